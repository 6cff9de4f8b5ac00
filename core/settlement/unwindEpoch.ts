import { updateCampaign } from '../campaigns/store.ts'
import type { Context } from '../context.ts'
import { reversed } from '../money/ledger.ts'
import { post } from '../money/store.ts'
import { findTransaction, updateTransaction } from '../outbox/chainStore.ts'
import { parseHead } from '../proof/index.ts'
import { pausedUntil } from '../skills/pause.ts'
import { liftPause } from '../skills/store.ts'
import { campaignByChainId } from './chainEventStore.ts'
import { deleteContentOf, findEpoch, updateEpoch } from './epochStore.ts'
import { settlePurpose } from './epochTerms.ts'
import { forgetEpochOfPostings, postingsOfEpoch } from './postingStore.ts'
import { peopleOfEpoch, reopenRows } from './settlingStore.ts'
import { updateReputations } from './updateReputations.ts'

/**
 * The chain gave a vetoed epoch's money back to its campaigns; the ledger does the same: every posting of it is mirrored, its rows are
 * unsettled again, and the same number can close anew.
 */
export async function unwindEpoch(ctx: Context, input: { epoch: number; key: string }): Promise<void> {
  const { epoch } = input
  const row = await findEpoch(ctx.db, epoch)
  if (row === undefined || row.settledAt === null) {
    ctx.log.error({ epoch }, 'the chain unwound an epoch that is not settled here')
    return
  }
  // Newest first: what was published comes back to people before it is taken back from them.
  for (const posting of (await postingsOfEpoch(ctx.db, epoch)).reverse()) {
    await post(ctx, { key: `${input.key}:${posting.key}`, reason: 'veto', lines: reversed(posting.lines) })
  }
  await forgetEpochOfPostings(ctx.db, epoch)
  const people = await peopleOfEpoch(ctx.db, epoch)
  await reopenRows(ctx.db, epoch)
  await deleteContentOf(ctx.db, epoch)
  await updateReputations(ctx, people)
  // A pause stands on settled rows; the next close finds them again and pauses anew.
  const until = pausedUntil(row.cutOffAt)
  for (const person of people) await liftPause(ctx.db, { ...person, until })
  for (const { id } of parseHead(row.headText).campaigns) {
    const campaign = await campaignByChainId(ctx.db, id)
    if (campaign?.state === 'settled') await updateCampaign(ctx.db, campaign.id, { state: 'closed' })
  }
  // The purpose names an effect; this one was undone, and the next close of the same number wants it again.
  const settle = await findTransaction(ctx.db, settlePurpose(epoch))
  if (settle !== undefined) {
    await updateTransaction(ctx.db, settle.id, { purpose: `${settlePurpose(epoch)}:unwound:${row.headHash}` })
  }
  const open = { tx: null, settledAt: null, activeAt: null, finalizedAt: null } as const
  await updateEpoch(ctx.db, epoch, { ...open, state: 'vetoed' })
}
