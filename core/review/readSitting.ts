import type { Context } from '../context.ts'
import type { ContributorId } from '../ids.ts'
import { handledBy } from './candidateStore.ts'
import { panelOf } from './round.ts'
import type { Sitting } from './sitting.ts'
import { ballotsOf, type RoundBallot, type RoundRow } from './store.ts'
import { votesOfRound } from './voteStore.ts'

/** An answer in a review is there while it is pending; in an appeal, while it is rejected. A planted one always is. */
export function isGone(row: RoundBallot, kind: RoundRow['kind']): boolean {
  return row.submissionState !== null && row.submissionState !== (kind === 'review' ? 'pending' : 'rejected')
}

/** A round as the people in `people` have it in front of them. */
export async function readSitting(ctx: Context, round: RoundRow, people: ContributorId[]): Promise<Sitting> {
  const rows = await ballotsOf(ctx.db, round.id)
  const itemIds = [...new Set(rows.map(row => row.ballot.itemId))]
  return {
    ballots: rows.map(row => ({
      ballotId: row.ballot.id,
      authorId: row.authorId,
      itemId: row.ballot.itemId,
      isGone: isGone(row, round.kind),
    })),
    votes: await votesOfRound(ctx.db, round.id),
    handled: await handledBy(ctx.db, people, itemIds),
    panel: panelOf(round.quorum),
  }
}
