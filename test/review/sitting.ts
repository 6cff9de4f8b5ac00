// A text campaign with reviewers and one answer waiting: where most review tests begin.

import type { Amount } from '../../core/amount.ts'
import type { ContributorId, RoundId, SubmissionId } from '../../core/ids.ts'
import { castVote, type VoteInput } from '../../core/review/castVote.ts'
import { openDueRounds } from '../../core/review/openDueRounds.ts'
import { openRounds, seatsOf } from '../../core/review/store.ts'
import { ballots } from '../../core/review/tables.ts'
import { aCampaign, anAnswer, aPerson, type BuiltCampaign, someItems } from '../support/builders.ts'
import type { World } from '../support/world.ts'

export const NOTE = 'The notice does not say anything of the kind.'

export type Sitting = {
  campaign: BuiltCampaign
  author: ContributorId
  reviewers: ContributorId[]
  submissions: SubmissionId[]
}

/** `answers` answers of one author, each to an item of its own; a test item, from which a planted answer can be made. */
export async function aSitting(
  world: World,
  given: {
    reviewers?: number
    answers?: number
    deposit?: bigint
    known?: number
    reviewShareBps?: number
    panelSize?: number
  } = {},
): Promise<Sitting> {
  const campaign = await aCampaign(world, {
    ...(given.deposit === undefined ? {} : { deposit: given.deposit }),
    ...(given.reviewShareBps === undefined && given.panelSize === undefined
      ? {}
      : {
          terms: {
            ...(given.reviewShareBps === undefined ? {} : { reviewShareBps: given.reviewShareBps }),
            // A large panel for the money of a small one.
            ...(given.panelSize === undefined ? {} : { panelSize: given.panelSize, votePrice: (10n ** 15n) as Amount }),
          },
        }),
  })
  await someItems(
    world,
    campaign,
    Array.from({ length: given.known ?? 2 }, () => ({ role: 'test' as const })),
  )
  const items = await someItems(
    world,
    campaign,
    Array.from({ length: given.answers ?? 1 }, () => ({})),
  )
  const author = await aPerson(world)
  const reviewers: ContributorId[] = []
  for (let n = 0; n < (given.reviewers ?? 5); n++) reviewers.push(await aPerson(world, { role: 'reviewer' }))
  const submissions: SubmissionId[] = []
  for (const itemId of items) submissions.push(await anAnswer(world, { contributorId: author, itemId }))
  return { campaign, author, reviewers, submissions }
}

/** Opens what can be opened and answers the newest round. */
export async function openOne(world: World): Promise<{ roundId: RoundId; seats: ContributorId[] }> {
  await world.turn(ctx => openDueRounds(ctx, { isFlush: true }))
  return newestRound(world)
}

export async function newestRound(world: World): Promise<{ roundId: RoundId; seats: ContributorId[] }> {
  return world.turn(async ctx => {
    const round = (await openRounds(ctx.db, 100)).sort((one, other) => (one.id < other.id ? -1 : 1)).at(-1)
    if (round === undefined) throw new Error('no round is open')
    return { roundId: round.id, seats: await seatsOf(ctx.db, round.id) }
  })
}

export async function ballotRows(world: World, roundId: RoundId) {
  const rows = await world.turn(ctx => ctx.db.select().from(ballots))
  return rows.filter(row => row.roundId === roundId).sort((one, other) => one.position - other.position)
}

export async function ballotOf(world: World, roundId: RoundId, submissionId: SubmissionId): Promise<string> {
  const row = (await ballotRows(world, roundId)).find(one => one.submissionId === submissionId)
  if (row === undefined) throw new Error('not in this round')
  return row.id
}

type Say = VoteInput['choice']

/** People in order say these; a rejection brings rule 2 and a note. */
export async function vote(world: World, ballotId: string, people: ContributorId[], choices: Say[]): Promise<void> {
  for (const [index, choice] of choices.entries()) {
    const contributorId = people[index] as ContributorId
    const reason = choice === 'reject' ? { rule: 2, note: NOTE } : {}
    const cast = await world.turn(ctx => castVote(ctx, { contributorId, ballotId, choice, ...reason }))
    if (!cast.ok) throw new Error(`refused: ${cast.refusal.code}`)
  }
}
