// Sends what the outbox wants on the chain. The order of each step is the point: nonce, raw transaction and hash are committed before
// anything is sent, so a process that dies at any moment leaves either a wanted call or a transaction that can be sent again as it is.
import { dropLease, takeLease } from '../inbox/leaseStore.ts'
import { runTurn } from '../inbox/runTurn.ts'
import { Fault } from '../refusals.ts'
import { type Receipt, SIGNERS, type Signer, sharing } from './chain.ts'
import {
  type ChainTransaction,
  highestNonce,
  isDue,
  lostBy,
  minedAbove,
  minedFrom,
  nextWanted,
  signedBy,
  updateTransaction,
  type Version,
  versionsOf,
} from './chainStore.ts'
import { lose, raiseStuck, sendAgain } from './offer.ts'
import { noteSignerTroubles } from './signerTrouble.ts'
import { signNext } from './signNext.ts'
import { WRITER_LEASE, type WritePass, type Writing } from './writing.ts'

/** Longer than one pass takes on a slow node: ten calls of ten seconds. */
const LEASE_SECONDS = 120
/** How often a pass goes round one signer; what is left waits for the next pass, so that no signer starves the others. */
const ROUNDS = 100

/**
 * One pass over all signers; undefined while another process holds the lease. Throws `Fault` after the pass when a signer could not
 * be served: `never` when the chain knows transactions that this database does not (it was restored), and a person must look.
 */
export async function writeChain(writing: Writing): Promise<WritePass | undefined> {
  const { database, base, holder } = writing
  const lease = { name: WRITER_LEASE, holder, seconds: LEASE_SECONDS }
  if (!(await runTurn(database, base, ctx => takeLease(ctx, lease)))) return undefined
  const pass: WritePass = { signed: 0, mined: 0, failed: 0, waiting: 0, raised: 0, troubles: [] }
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
  await runTurn(database, base, async ctx => {
    await noteSignerTroubles(ctx, pass.troubles)
    await dropLease(ctx, lease)
  })
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
  await raiseStuck(writing, signer, pass)
  for (let round = 0; round < ROUNDS; round++) {
    await sendAgain(writing, signer, pass)
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
    const now = base.now()
    await runTurn(database, base, ctx =>
      updateTransaction(ctx.db, row.id, { ...change, nextTryAt: now, offeredAt: now }),
    )
  }
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
    const found = await receiptOf(writing, row)
    if (found === undefined) {
      // Passes come five times a second, and a node may index its receipts seconds after it counted them.
      if (isDue(row.nextTryAt, base.now())) await runTurn(database, base, ctx => lose(ctx, row))
      continue
    }
    hasMoved = true
    await recordMined(writing, row, found, pass)
  }
  return hasMoved
}

/** Of whichever version was mined. */
async function receiptOf(
  { chain }: Writing,
  row: ChainTransaction,
): Promise<{ version: Version; receipt: Receipt } | undefined> {
  for (const version of versionsOf(row)) {
    const receipt = await chain.receipt(version.hash)
    if (receipt !== undefined) return { version, receipt }
  }
  return undefined
}

async function recordMined(
  { database, base, chain }: Writing,
  row: ChainTransaction,
  { version, receipt }: { version: Version; receipt: Receipt },
  pass: WritePass,
): Promise<void> {
  const { status, block, cost } = receipt
  const isGood = status === 'success'
  let failure: string | null = null
  if (isGood) pass.mined++
  else {
    pass.failed++
    const why = await chain.revertOf(version.hash).catch(() => undefined)
    failure = why === undefined ? 'reverted in its block' : `reverted in its block: ${why}`
    base.log.error({ purpose: row.purpose, nonce: row.nonce }, `a transaction was mined and ${failure}`)
  }
  const others = versionsOf(row).filter(one => one.hash !== version.hash)
  const replaced = others.length === 0 ? null : JSON.stringify(others)
  const where = { blockNumber: Number(block.number), blockHash: block.hash }
  const change = { ...version, replaced, state: isGood ? 'mined' : 'failed', failure, cost, ...where } as const
  await runTurn(database, base, ctx => updateTransaction(ctx.db, row.id, change))
}
