// Offers what is signed to the chain: as it was signed, and where no block takes it for a higher fee at the same nonce.
import { runTurn } from '../inbox/runTurn.ts'
import { Fault } from '../refusals.ts'
import { type Signer, sharing } from './chain.ts'
import {
  type ChainTransaction,
  isDue,
  LOST,
  signedBy,
  spentSince,
  updateTransaction,
  versionsOf,
  waitAfter,
} from './chainStore.ts'
import { dayBegins, leftOf } from './spending.ts'
import { noteTrouble, RESEND_SECONDS, type WritePass, type Writing } from './writing.ts'

/** Looks at a nonce that the chain has used while our hash stays unknown, before we believe that another transaction took it. */
const LOST_ATTEMPTS = 8
/** Some ten blocks: whoever could take it at this fee has seen it. */
const RAISE_SECONDS = 120
/** Then it is raised also where its fee should do: the node that says so may not be the one that builds blocks. */
const FORCE_SECONDS = 600

/** What it offers may be too little by now, or more than its account has: that is for later passes, and no fault of the node. */
export async function send(
  writing: Writing,
  row: Pick<ChainTransaction, 'id' | 'attempts' | 'purpose' | 'signer' | 'cost'>,
  raw: `0x${string}`,
  pass: WritePass,
): Promise<void> {
  const { database, base, chain } = writing
  const nextTryAt = new Date(base.now().getTime() + RESEND_SECONDS * 1000)
  try {
    await chain.broadcast(raw)
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    base.log.warn({ purpose: row.purpose, attempt: row.attempts + 1 }, error.message)
    if (error.retry === 'never') {
      await runTurn(database, base, ctx => lose(ctx, row))
      return
    }
    if (error.about === undefined) throw error
    if (error.about === 'funds') {
      const { signer } = row
      noteTrouble(pass, {
        signer,
        word: 'no funds',
        has: String(await chain.coins(signer)),
        needs: String(row.cost ?? 0),
      })
    }
  }
  await runTurn(database, base, ctx => updateTransaction(ctx.db, row.id, { nextTryAt }))
}

/** In order of nonce: a node queues what has a gap before it, and some throw it away. */
export async function sendAgain(writing: Writing, signer: Signer, pass: WritePass): Promise<void> {
  const { database, base, chain } = writing
  for (const row of await signedBy(database.db, signer)) {
    if (row.raw === null || !isDue(row.nextTryAt, base.now())) continue
    const receipts = await Promise.all(versionsOf(row).map(({ hash }) => chain.receipt(hash)))
    if (receipts.every(receipt => receipt === undefined)) await send(writing, row, row.raw, pass)
  }
}

/**
 * One look more at a nonce that seems taken by another transaction; after enough of them it is believed, and looked at again now and
 * then: a node may have been wrong about it all along, and what failed here would be sent a second time by whoever trusts that.
 */
export async function lose(
  ctx: Parameters<Parameters<typeof runTurn>[2]>[0],
  row: Pick<ChainTransaction, 'id' | 'attempts' | 'purpose'>,
): Promise<void> {
  const attempts = row.attempts + 1
  const isLost = attempts >= LOST_ATTEMPTS
  if (attempts === LOST_ATTEMPTS) ctx.log.error({ purpose: row.purpose }, LOST)
  const nextTryAt = isLost ? waitAfter(attempts, ctx.now()) : new Date(ctx.now().getTime() + RESEND_SECONDS * 1000)
  await updateTransaction(ctx.db, row.id, {
    attempts,
    nextTryAt,
    ...(isLost ? { state: 'failed', failure: LOST } : {}),
  })
}

/**
 * What has waited for long is signed again for more, its older versions kept: any of them may still be the one that is mined, and one at
 * most can be. As everywhere, stored before it is sent.
 */
export async function raiseStuck(writing: Writing, signer: Signer, pass: WritePass): Promise<void> {
  const { database, base, chain } = writing
  const rows = await signedBy(database.db, signer)
  if (!rows.some(row => waitedFor(row, base.now()) >= RAISE_SECONDS)) return
  const mined = await chain.transactionCount(signer)
  for (const row of rows) {
    if (row.raw === null || row.hash === null || row.nonce === null || row.nonce < mined) continue
    const waited = waitedFor(row, base.now())
    if (waited < RAISE_SECONDS) continue
    const signed = await chain.raise(signer, row.raw, waited >= FORCE_SECONDS).catch((error: unknown) => {
      if (!(error instanceof Fault)) throw error
      // What is mined meanwhile must still be noticed in this pass.
      base.log.warn({ purpose: row.purpose, nonce: row.nonce }, error.message)
    })
    if (signed === undefined) continue
    const more = signed.cost - (row.cost ?? 0n)
    if (!(await mayRaise(writing, signer, row, more, pass))) continue
    const replaced = JSON.stringify(versionsOf(row))
    const { raw, hash, cost } = signed
    const change = { raw, hash, cost, replaced, offeredAt: base.now(), nextTryAt: base.now() }
    await runTurn(database, base, ctx => updateTransaction(ctx.db, row.id, change))
    base.log.warn({ purpose: row.purpose, nonce: row.nonce }, 'no block takes it; it is offered again for a higher fee')
    pass.raised++
    await send(writing, { ...row, cost }, raw, pass)
  }
}

/** Seconds since its newest version was offered. */
function waitedFor(row: ChainTransaction, now: Date): number {
  return (now.getTime() - (row.offeredAt ?? row.createdAt).getTime()) / 1000
}

async function mayRaise(writing: Writing, signer: Signer, row: ChainTransaction, more: bigint, pass: WritePass) {
  const { database, base, chain, spendCap } = writing
  const shared = sharing(chain, signer)
  const since = dayBegins(base.now())
  const spent = await spentSince(database.db, shared, since)
  // What was first signed on an earlier day counts for that one; only what is added to it counts for today.
  const left = leftOf(spendCap, spent, signer, shared)
  if (left !== undefined && more > left) {
    noteTrouble(pass, { signer, word: 'stuck', has: String(left), needs: String(more) })
    base.log.warn(
      { purpose: row.purpose, nonce: row.nonce },
      'no block takes it, and the cap of the day leaves nothing',
    )
    return false
  }
  const coins = await chain.coins(signer)
  const needs = (row.cost ?? 0n) + more
  if (coins >= needs) return true
  noteTrouble(pass, { signer, word: 'no funds', has: String(coins), needs: String(needs) })
  return false
}
