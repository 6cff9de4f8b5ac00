import { bytesToHex } from 'viem'
import type { Context } from '../context.ts'
import type { ContributorId, IdentityId } from '../ids.ts'
import { assert } from '../refusals.ts'
import { aliasOf, twoWords } from './alias.ts'
import { type Person, personFrom } from './person.ts'
import { insertContributor, insertIdentity, lockIdentity } from './store.ts'

export type Meeting = {
  person: Person
  identityId: IdentityId
  isNew: boolean
  /** Something happened that this person has not been told. */
  hasNews: boolean
  /** Where their conversation on this account was left. */
  conversation: { state: string; turn: number } | undefined
  /** Nobody has handled the event that they are met by. */
  isUnhandled: boolean
}

/** Who stands behind this account, locked until the turn ends; somebody new is entered with an alias and keys of their own. */
export async function meet(
  ctx: Context,
  input: {
    platform: 'web' | 'telegram' | 'discord'
    platformId: string
    locale?: string
    role?: Person['role']
    actor?: string
    alias?: string
    eventKey?: string
  },
): Promise<Meeting> {
  const known = await lockIdentity(ctx.db, input, input.eventKey)
  if (known !== undefined) {
    const { contributor, ...where } = known
    return { person: personFrom(contributor), isNew: false, ...where }
  }
  const contributorId = ctx.newId() as ContributorId
  const identityId = ctx.newId() as IdentityId
  const now = ctx.now()
  await insertContributor(ctx.db, {
    id: contributorId,
    alias: input.alias ?? aliasOf(twoWords(ctx.random)),
    role: input.role ?? 'contributor',
    locale: /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(input.locale ?? '') ? (input.locale as string) : 'en',
    actor: input.actor ?? null,
    createdAt: now,
    lastSeenAt: now,
    keySalt: bytesToHex(ctx.randomBytes(32)),
    accountKey: bytesToHex(ctx.randomBytes(32)),
  })
  const isMine = await insertIdentity(ctx.db, {
    id: identityId,
    contributorId,
    platform: input.platform,
    platformId: input.platformId,
    createdAt: now,
  })
  // The door locks the identity's conversation before it meets anybody, so two first events cannot race here.
  assert(isMine, 'an identity appeared between two reads of one turn')
  const made = await lockIdentity(ctx.db, input, input.eventKey)
  assert(made !== undefined, 'an identity was not stored')
  const { contributor, ...where } = made
  return { person: personFrom(contributor), isNew: true, ...where }
}
