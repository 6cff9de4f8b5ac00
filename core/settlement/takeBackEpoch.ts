import { updateCampaign } from '../campaigns/store.ts'
import type { Context } from '../context.ts'
import { reversed } from '../money/ledger.ts'
import { post } from '../money/store.ts'
import { findTransaction, updateTransaction } from '../outbox/chainStore.ts'
import { parseHead } from '../proof/index.ts'
import { pausedUntil } from '../skills/pause.ts'
import { liftPause } from '../skills/store.ts'
import { campaignByChainId } from './chainEventStore.ts'
import { deleteContentOf, type EpochRow, updateEpoch } from './epochStore.ts'
import { settlePurpose } from './epochTerms.ts'
import { forgetEpochOfPostings, postingsOfEpoch } from './postingStore.ts'
import { peopleOfEpoch, reopenRows } from './settlingStore.ts'
import { updateReputations } from './updateReputations.ts'

/** Every posting of a close is mirrored, its rows are unsettled again, and the same number can close anew. `key` names the reason. */
export async function takeBackEpoch(ctx: Context, row: EpochRow, key: string): Promise<void> {
  const { epoch } = row
  // Newest first: what was published comes back to people before it is taken back from them.
  for (const posting of (await postingsOfEpoch(ctx.db, epoch)).reverse()) {
    await post(ctx, { key: `${key}:${posting.key}`, reason: 'veto', lines: reversed(posting.lines) })
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
    const purpose = `${settlePurpose(epoch)}:unwound:${row.headHash}`
    const overtaken = { state: 'failed', failure: 'the chain settled another payday of this number' } as const
    await updateTransaction(ctx.db, settle.id, { purpose, ...(settle.state === 'wanted' ? overtaken : {}) })
  }
  const open = { tx: null, settledAt: null, activeAt: null, finalizedAt: null } as const
  await updateEpoch(ctx.db, epoch, { ...open, state: 'vetoed' })
}
