// Sends what the outbox wants on the chain. The order of each step is the point: nonce, raw transaction and hash are committed before
// anything is sent, so a process that dies at any moment leaves either a wanted call or a transaction that can be sent again as it is.
import type { OpenDatabase } from '../database/database.ts'
import { dropLease, holdsLease, takeLease } from '../inbox/leaseStore.ts'
import { type BaseContext, runTurn } from '../inbox/runTurn.ts'
import { Fault } from '../refusals.ts'
import { type Chain, type ChainCall, SIGNERS, type Signer, sharing } from './chain.ts'
import {
  type ChainTransaction,
  highestNonce,
  isDue,
  LOST,
  lostBy,
  minedAbove,
  minedFrom,
  nextWanted,
  signedBy,
  storeSigned,
  updateTransaction,
  waitAfter,
} from './chainStore.ts'
import { readChainText } from './chainText.ts'

export type Writing = { database: OpenDatabase; base: BaseContext; chain: Chain; holder: string }

/** Counts of one pass. `waiting`: sent or about to be, not yet in a block. */
export type WritePass = { signed: number; mined: number; failed: number; waiting: number }

export const WRITER_LEASE = 'chain-writer'
/** Longer than one pass takes on a slow node: ten calls of ten seconds. */
const LEASE_SECONDS = 120
/** Order matters to these two (approve before open, one settle after the other), so the next is signed when the last is mined. */
const IN_FLIGHT: Record<Signer, number> = { publisher: 1, requester: 1, relayer: 16 }
/** How often a pass goes round one signer; what is left waits for the next pass, so that no signer starves the others. */
const ROUNDS = 100
/** A node may lose a transaction from its pool; it is offered again this often. */
const RESEND_SECONDS = 15
/** A call that the contract refuses is tried again, for the node may only be late; then a person must look. */
const SIGN_ATTEMPTS = 6
/** Looks at a nonce that the chain has used while our hash stays unknown, before we believe that another transaction took it. */
const LOST_ATTEMPTS = 8

/**
 * One pass over all signers; undefined while another process holds the lease. Throws `Fault` after the pass when a signer could not
 * be served: `never` when the chain knows transactions that this database does not (it was restored), and a person must look.
 */
export async function writeChain(writing: Writing): Promise<WritePass | undefined> {
  const { database, base, holder } = writing
  const lease = { name: WRITER_LEASE, holder, seconds: LEASE_SECONDS }
  if (!(await runTurn(database, base, ctx => takeLease(ctx, lease)))) return undefined
  const pass: WritePass = { signed: 0, mined: 0, failed: 0, waiting: 0 }
  const faults: Fault[] = []
  for (const signer of SIGNERS) {
    try {
      await writeFor(writing, signer, pass)
    } catch (error) {
      if (!(error instanceof Fault)) throw error
      base.log.warn({ signer }, error.message)
      faults.push(error)
    }
  }
  await runTurn(database, base, ctx => dropLease(ctx, lease))
  const worst = faults.find(fault => fault.retry === 'never') ?? faults[0]
  if (worst !== undefined) throw worst
  return pass
}

async function writeFor(writing: Writing, signer: Signer, pass: WritePass): Promise<void> {
  const { database, chain } = writing
  const highest = await highestNonce(database.db, sharing(chain, signer))
  const wanted = await nextWanted(database.db, signer)
  // Without a key and without a word to say, a signer is not asked for its address.
  if (highest === undefined && wanted === undefined) return
  // Throws where the node serves another chain, on which every nonce of ours would look unused.
  await chain.latest()
  const mined = await chain.transactionCount(signer)
  if (highest !== undefined && mined > highest + 1) {
    throw new Fault(
      `The chain has ${mined} transactions of the ${signer}, this database knows ${highest + 1}. Nothing is signed until the missing ones are imported.`,
      { retry: 'never' },
    )
  }
  await takeBackVanished(writing, signer, mined)
  for (let round = 0; round < ROUNDS; round++) {
    await sendAgain(writing, signer)
    const isMoving = await confirm(writing, signer, pass)
    const isSigning = await signNext(writing, signer, pass)
    if (!isSigning && !isMoving) break
  }
  pass.waiting += (await signedBy(database.db, signer)).length
}

/** Blocks can vanish (a reorg, a local chain restored from its last dump): what was in them is sent again as it was signed. */
async function takeBackVanished(writing: Writing, signer: Signer, count: number): Promise<void> {
  const { database, chain, base } = writing
  const vanished = await minedFrom(database.db, signer, count)
  const finalized = await chain.finalized()
  for (const row of await minedAbove(database.db, signer, Number(finalized.number))) {
    if (row.nonce === null || row.nonce >= count || row.blockNumber === null) continue
    if ((await chain.blockHash(BigInt(row.blockNumber))) !== row.blockHash) vanished.push(row)
  }
  for (const row of vanished) {
    base.log.warn({ purpose: row.purpose, nonce: row.nonce }, 'a block vanished; its transaction is sent again')
    const change = { state: 'signed', blockNumber: null, blockHash: null, attempts: 0, failure: null } as const
    await runTurn(database, base, ctx => updateTransaction(ctx.db, row.id, { ...change, nextTryAt: ctx.now() }))
  }
}

/** In order of nonce: a node queues what has a gap before it, and some throw it away. */
async function sendAgain(writing: Writing, signer: Signer): Promise<void> {
  const { database, base, chain } = writing
  for (const row of await signedBy(database.db, signer)) {
    if (row.raw === null || row.hash === null || !isDue(row.nextTryAt, base.now())) continue
    if ((await chain.receipt(row.hash)) !== undefined) continue
    await send(writing, row, row.raw)
  }
}

async function send(writing: Writing, row: Pick<ChainTransaction, 'id' | 'attempts' | 'purpose'>, raw: `0x${string}`) {
  const { database, base, chain } = writing
  const nextTryAt = new Date(base.now().getTime() + RESEND_SECONDS * 1000)
  try {
    await chain.broadcast(raw)
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    base.log.warn({ purpose: row.purpose, attempt: row.attempts + 1 }, error.message)
    if (error.retry === 'later') throw error
    await runTurn(database, base, ctx => lose(ctx, row))
    return
  }
  await runTurn(database, base, ctx => updateTransaction(ctx.db, row.id, { nextTryAt }))
}

/** Marks what is in a block. True when something moved. */
async function confirm(writing: Writing, signer: Signer, pass: WritePass): Promise<boolean> {
  const { database, base, chain } = writing
  const rows = [...(await signedBy(database.db, signer)), ...(await lostBy(database.db, signer))]
  if (rows.length === 0) return false
  const count = await chain.transactionCount(signer)
  let hasMoved = false
  for (const row of rows) {
    if (row.hash === null || row.nonce === null || row.nonce >= count) continue
    if (row.state === 'failed' && !isDue(row.nextTryAt, base.now())) continue
    const receipt = await chain.receipt(row.hash)
    if (receipt === undefined) {
      // Passes come five times a second, and a node may index its receipts seconds after it counted them.
      if (isDue(row.nextTryAt, base.now())) await runTurn(database, base, ctx => lose(ctx, row))
      continue
    }
    hasMoved = true
    const isGood = receipt.status === 'success'
    if (isGood) pass.mined++
    else {
      pass.failed++
      base.log.error({ purpose: row.purpose, nonce: row.nonce }, 'a transaction was mined and reverted')
    }
    await runTurn(database, base, ctx =>
      updateTransaction(ctx.db, row.id, {
        state: isGood ? 'mined' : 'failed',
        failure: isGood ? null : 'reverted in its block',
        blockNumber: Number(receipt.block.number),
        blockHash: receipt.block.hash,
      }),
    )
  }
  return hasMoved
}

/**
 * One look more at a nonce that seems taken by another transaction; after enough of them it is believed, and looked at again now and
 * then: a node may have been wrong about it all along, and what failed here would be sent a second time by whoever trusts that.
 */
async function lose(
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

/** Signs, stores, and only then sends the oldest wanted call. True when one was signed. */
async function signNext(writing: Writing, signer: Signer, pass: WritePass): Promise<boolean> {
  const { database, base, chain, holder } = writing
  const isOrdered = IN_FLIGHT[signer] === 1
  const inFlight = await signedBy(database.db, signer)
  if (inFlight.length >= IN_FLIGHT[signer]) return false
  const row = await nextWanted(database.db, signer, isOrdered ? undefined : base.now())
  if (row === undefined || !isDue(row.nextTryAt, base.now())) return false
  const highest = await highestNonce(database.db, sharing(chain, signer))
  const nonce = highest === undefined ? await chain.transactionCount(signer) : highest + 1
  const call = readChainText<ChainCall>(row.call)
  await refuseSettled(chain, call)
  let signed: Awaited<ReturnType<Chain['sign']>>
  try {
    signed = await chain.sign(call, nonce)
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    await postpone(writing, row, error, pass)
    if (error.retry === 'later') throw error
    // A refused call steps behind those that wait, unless order is what matters to this signer.
    return !isOrdered
  }
  const isStored = await runTurn(database, base, async ctx => {
    // Fencing: a holder that slept past its lease must not use a nonce that the next holder counts on.
    if (!(await holdsLease(ctx, { name: WRITER_LEASE, holder }))) return false
    return storeSigned(ctx, row.id, { nonce, ...signed })
  })
  if (!isStored) throw new Fault('the lease of the chain writer lapsed; the next holder goes on', { retry: 'later' })
  pass.signed++
  await send(writing, { ...row, attempts: 0 }, signed.raw)
  return true
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
