// Signs, stores, and only then sends the oldest wanted call of a signer, if its account can pay and may.
import { holdsLease } from '../inbox/leaseStore.ts'
import { runTurn } from '../inbox/runTurn.ts'
import { Fault } from '../refusals.ts'
import { type Chain, type ChainCall, type Signed, type Signer, sharing } from './chain.ts'
import {
  type ChainTransaction,
  highestNonce,
  isDue,
  nextWanted,
  putOffWanted,
  signedBy,
  spentSince,
  storeSigned,
  updateTransaction,
  waitAfter,
} from './chainStore.ts'
import { readChainText } from './chainText.ts'
import { send } from './offer.ts'
import type { SignerTrouble } from './signerTrouble.ts'
import { dayBegins, leftOf } from './spending.ts'
import { IN_FLIGHT, noteTrouble, WRITER_LEASE, type WritePass, type Writing } from './writing.ts'

/** A call that the contract refuses is tried again, for the node may only be late; then a person must look. */
const SIGN_ATTEMPTS = 6
/** How long a signer rests that cannot pay, or may not today. */
const POOR_SECONDS = 30

/** True when one was signed. */
export async function signNext(writing: Writing, signer: Signer, pass: WritePass): Promise<boolean> {
  const { database, base, chain, holder } = writing
  const isOrdered = IN_FLIGHT[signer] === 1
  const inFlight = await signedBy(database.db, signer)
  if (inFlight.length >= IN_FLIGHT[signer]) return false
  const row = await nextWanted(database.db, signer, isOrdered ? undefined : base.now())
  if (row === undefined || !isDue(row.nextTryAt, base.now())) {
    const waiting = row ?? (await nextWanted(database.db, signer))
    const trouble = troubleIn(signer, waiting?.failure)
    if (trouble !== undefined) noteTrouble(pass, trouble)
    return false
  }
  const highest = await highestNonce(database.db, sharing(chain, signer))
  const nonce = highest === undefined ? await chain.transactionCount(signer) : highest + 1
  const call = readChainText<ChainCall>(row.call)
  await refuseSettled(chain, call)
  let signed: Signed
  try {
    signed = await chain.sign(call, nonce)
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    await postpone(writing, row, error, pass)
    if (error.retry === 'later') throw error
    // A refused call steps behind those that wait, unless order is what matters to this signer.
    return !isOrdered
  }
  // Not stored, so its nonce is free again: what was signed is thrown away.
  if (!(await mayPay(writing, signer, signed, pass))) return false
  const isStored = await runTurn(database, base, async ctx => {
    // Fencing: a holder that slept past its lease must not use a nonce that the next holder counts on.
    if (!(await holdsLease(ctx, { name: WRITER_LEASE, holder }))) return false
    return storeSigned(ctx, row.id, { nonce, ...signed })
  })
  if (!isStored) throw new Fault('the lease of the chain writer lapsed; the next holder goes on', { retry: 'later' })
  pass.signed++
  await send(writing, { ...row, attempts: 0, cost: signed.cost }, signed.raw, pass)
  return true
}

/** Whether the account may spend this today, and has it beside what its transactions under way may cost. If not, all that it wants waits. */
async function mayPay(writing: Writing, signer: Signer, { cost }: Signed, pass: WritePass): Promise<boolean> {
  const { database, base, chain, spendCap } = writing
  const shared = sharing(chain, signer)
  const left = leftOf(spendCap, await spentSince(database.db, shared, dayBegins(base.now())), signer, shared)
  const coins = await chain.coins(signer)
  const underWay = (await Promise.all(shared.map(one => signedBy(database.db, one)))).flat()
  const needs = underWay.reduce((sum, one) => sum + (one.cost ?? 0n), cost)
  const isCapped = left !== undefined && cost > left
  if (!isCapped && coins >= needs) return true
  const trouble: SignerTrouble = isCapped
    ? { signer, word: 'capped', has: String(left), needs: String(cost) }
    : { signer, word: 'no funds', has: String(coins), needs: String(needs) }
  noteTrouble(pass, trouble)
  const failure = `${trouble.word}: has ${trouble.has}, needs ${trouble.needs} wei`
  base.log.warn({ signer }, `the ${signer} waits: ${failure}`)
  // Not tried again at once: each try is a signature, and some signers charge for them.
  const nextTryAt = new Date(base.now().getTime() + POOR_SECONDS * 1000)
  await runTurn(database, base, ctx => putOffWanted(ctx.db, signer, { failure, nextTryAt }))
  return false
}

/** What `mayPay` wrote down, so that it is known until it is tried again. */
function troubleIn(signer: Signer, failure: string | null | undefined): SignerTrouble | undefined {
  const [, word, has = '', needs = ''] = /^(no funds|capped): has (\d+), needs (\d+) wei$/.exec(failure ?? '') ?? []
  return word === undefined ? undefined : { signer, word: word as SignerTrouble['word'], has, needs }
}

/** What is settled there and only wanted here was settled by a newer copy of this database: no count of nonces shows it where none is known. */
async function refuseSettled(chain: Chain, call: ChainCall): Promise<void> {
  if (call.kind !== 'settle') return
  const { epoch } = await chain.state()
  if (epoch < call.header.epoch) return
  throw new Fault(
    `The chain has settled payday ${call.header.epoch} already and this database does not know of it: it is older than the chain. Nothing is signed until the newest one is back.`,
    { retry: 'never' },
  )
}

/** A settle is never given up: without it nobody is paid. Everything else is, loudly. */
async function postpone(writing: Writing, row: ChainTransaction, fault: Fault, pass: WritePass): Promise<void> {
  const { database, base } = writing
  const attempts = row.attempts + 1
  const isOver =
    fault.retry === 'never' && attempts >= SIGN_ATTEMPTS && readChainText<ChainCall>(row.call).kind !== 'settle'
  const nextTryAt = waitAfter(attempts, base.now())
  if (isOver) pass.failed++
  base.log[isOver ? 'error' : 'warn']({ purpose: row.purpose, attempt: attempts }, fault.message)
  await runTurn(database, base, ctx =>
    updateTransaction(ctx.db, row.id, {
      attempts,
      failure: fault.message,
      nextTryAt,
      ...(isOver ? { state: 'failed' } : {}),
    }),
  )
}
