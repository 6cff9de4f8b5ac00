// Salts of a payday's rows, derived from a secret that dies with its person. Pure.
//
// Derived and not drawn, so that a payday that is closed again over the same answers at the same moment gives the same bytes: a database
// that was restored from before it can make good what the chain has settled meanwhile (docs/decisions/0007). Whoever lacks the secret sees
// noise; when a person leaves, the secret goes, and what was derived from it with it.
import { type Hash, hashText } from '../proof/index.ts'

export type SaltUse = 'row' | 'link' | 'subject'

/** `subject`: what is salted, apart from all others of this use in the epoch. The cut-off tells two closes of one number apart. */
export function derivedSalt(
  secret: Hash,
  salted: { use: SaltUse; epoch: number; cutOffAt: Date; subject: string },
): Hash {
  const { use, epoch, cutOffAt, subject } = salted
  // Keccak is a sponge: a secret in front is a key. No part holds a newline, so no two inputs write the same text.
  return hashText(['perle.salt.1', secret, use, epoch, cutOffAt.toISOString(), subject].join('\n'))
}
