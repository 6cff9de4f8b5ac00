import type { Context } from '../context.ts'
import type { CampaignId, ContributorId, SubmissionId } from '../ids.ts'
import { parseItem } from '../kinds/index.ts'
import type { ItemContent } from '../kinds/kind.ts'
import { openAll } from '../people/seal.ts'
import { chooseShown, isMissed, pausedSince } from '../skills/pause.ts'
import { findQualification } from '../skills/store.ts'
import { type CheckRow, checkRowsOf } from './checkStore.ts'

/** A missed check question with everything that may be said about it; it checks nobody any more. */
export type MissedCheck = {
  submissionId: SubmissionId
  campaignId: CampaignId
  /** The guide that the answer was given under. */
  guideVersion: number
  item: ItemContent
  /** Null once it was taken back. */
  answer: unknown
  truth: unknown
  why: string
  rule: number | null
}

export type Pause = {
  skill: string
  /** Whose test is the way back. */
  campaignId: CampaignId
  /** Check questions that did not match, of those answered since the test was passed. */
  missed: number
  of: number
  since: Date
  /** From then on the test can be sat again. */
  until: Date
  shown: MissedCheck[]
}

/** Why a skill of this person is paused and until when; undefined where it is not. Writes nothing. */
export async function readPause(
  ctx: Context,
  input: { contributorId: ContributorId; skill: string },
): Promise<Pause | undefined> {
  const test = await findQualification(ctx.db, input.contributorId, input.skill)
  if (test?.state !== 'paused' || test.pausedUntil === null) return undefined
  const since = pausedSince(test.pausedUntil)
  const sentFrom = test.decidedAt ?? test.startedAt
  // What settled later was sent before the pause, but is no part of its reason.
  const rows = await checkRowsOf(ctx.db, { ...input, sentFrom, settledBy: since })
  return {
    skill: input.skill,
    campaignId: test.campaignId,
    missed: rows.filter(isMissed).length,
    of: rows.length,
    since,
    until: test.pausedUntil,
    shown: await shownOf(ctx, chooseShown(rows.filter(row => row.item.state === 'retired'))),
  }
}

async function shownOf(ctx: Context, rows: readonly CheckRow[]): Promise<MissedCheck[]> {
  const texts = await openAll(
    ctx,
    rows.map(({ submission }) => ({ contributorId: submission.contributorId, sealed: submission.answer })),
  )
  return rows.map(({ submission, item }, index) => {
    const text = texts[index]
    return {
      submissionId: submission.id,
      campaignId: submission.campaignId,
      guideVersion: submission.guideVersion,
      item: parseItem(item.contentText),
      answer: text === undefined ? null : (JSON.parse(text) as unknown),
      truth: item.truthText === null ? null : (JSON.parse(item.truthText) as unknown),
      why: item.why ?? '',
      rule: item.rule,
    }
  })
}
