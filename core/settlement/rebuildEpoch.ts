// Closes a payday again that the chain has settled and this database has lost. The head that comes out must be the one on the chain, byte
// for byte; any other is undone. Nothing is guessed: what decides is the hash.
import type { Context } from '../context.ts'
import { isRetryable } from '../database/database.ts'
import { plainMessage } from '../database/outage.ts'
import { underMark } from '../inbox/runTurn.ts'
import { CUSTODY, campaignAccount, type Lines, reversed } from '../money/ledger.ts'
import { balancesUnder, post } from '../money/store.ts'
import type { Header } from '../outbox/chain.ts'
import { headerHash, type ManifestHead, parseHead } from '../proof/index.ts'
import { autoAccept } from '../review/autoAccept.ts'
import { finalizeRejections } from '../review/finalizeRejections.ts'
import { campaignByChainId } from './chainEventStore.ts'
import { closeEpoch } from './closeEpoch.ts'

/** What was kept of a payday beside the database. `isFlush` undefined where nobody wrote it down: a public page does not say it. */
export type PaydayFile = { cutOffAt: Date; isFlush: boolean | undefined; headText: string }

/** Sweeps that may have run between the copy and the close. A copy made just before the close needs none of them. */
const WAYS = ['nothing', 'accept and refuse', 'refuse and accept'] as const
/** Batches of one sweep; each decides hundreds. */
const BATCHES = 1000

/** True when the epoch stands again as the chain has it; false, and nothing changed, when what is here does not give it. */
export async function rebuildEpoch(ctx: Context, input: { header: Header; file: PaydayFile }): Promise<boolean> {
  const { header, file } = input
  const head = parseHead(file.headText)
  for (const isFlush of file.isFlush === undefined ? [false, true] : [file.isFlush]) {
    for (const way of WAYS) {
      try {
        const then = Object.assign(Object.create(ctx) as Context, { now: () => file.cutOffAt })
        await underMark(then, inner => closeAgain(inner, { header, head, isFlush, way }))
        return true
      } catch (error) {
        if (isRetryable(error)) throw error
        ctx.log.info({ epoch: header.epoch, way, isFlush }, plainMessage(error))
      }
    }
  }
  return false
}

type Attempt = { header: Header; head: ManifestHead; isFlush: boolean; way: (typeof WAYS)[number] }

async function closeAgain(ctx: Context, { header, head, isFlush, way }: Attempt): Promise<void> {
  const key = `again:${headerHash(header)}:${ctx.newId()}`
  if (way === 'accept and refuse') await runOut(() => autoAccept(ctx, { isFlush }))
  if (way !== 'nothing') await runOut(() => finalizeRejections(ctx, { isFlush }))
  if (way === 'refuse and accept') await runOut(() => autoAccept(ctx, { isFlush }))
  const lines = await laterMoney(ctx, head)
  await post(ctx, { key: `${key}:aside`, reason: 'resync', lines })
  const closed = await closeEpoch(ctx, { isFlush })
  if (!closed.ok || closed.value === null) throw new Error('nothing closes here')
  if (closed.value.manifest.headerHash !== headerHash(header)) throw new Error('another payday comes out')
  await post(ctx, { key: `${key}:back`, reason: 'resync', lines: reversed(lines) })
}

/**
 * Campaign money that came after the close and is in the ledger already, or the other way round: the head says what each campaign had, so
 * the difference is put aside while it closes.
 */
async function laterMoney(ctx: Context, head: ManifestHead): Promise<Lines> {
  const lines: Lines = {}
  for (const { id, balanceAfter, debit } of head.campaigns) {
    const campaign = await campaignByChainId(ctx.db, id)
    if (campaign === undefined) throw new Error(`campaign ${id} is not here`)
    const purses = await balancesUnder(ctx.db, `campaign:${campaign.id}:`)
    const more = [...purses.values()].reduce((sum, purse) => sum + purse, 0n) - balanceAfter - debit
    lines[campaignAccount(campaign.id, 'free')] = -more
    lines[CUSTODY] = (lines[CUSTODY] ?? 0n) + more
  }
  return lines
}

async function runOut(sweep: () => Promise<number>): Promise<void> {
  for (let batch = 0; batch < BATCHES; batch++) if ((await sweep()) === 0) return
}
