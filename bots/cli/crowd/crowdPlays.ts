// "Let the simulated crowd play": answers and votes as the others would, so that one person alone gets through the loop.
import {
  type BaseContext,
  type CampaignCard,
  type Context,
  castVote,
  closeDueRounds,
  countOpenTasks,
  knownTruth,
  listCampaignCards,
  listRounds,
  meet,
  nextBallot,
  openDueRounds,
  type Person,
  runTurn,
  submitAnswer,
  takeTask,
} from '@perle/core'
import type { Composition } from '../../compose.ts'
import type { Progress } from '../../web/updates.ts'
import { answerOf } from './actor.ts'
import { CROWD, type CrowdMember } from './crowdMembers.ts'
import { judge } from './judging.ts'

/** Answers a member gives in each campaign before it stops: enough to complete overlaps, and work is left for people. */
const ANSWERS_EACH = 4
/** Items that the crowd never begins, so that there is always work for whoever sits here. Begun by a person, it completes them. */
const LEFT_FOR_PEOPLE = 12

export type Play = { tell: (progress: Progress) => void; onChange: () => void }

/** One round of play; answers the sentence that says what happened. */
export async function crowdPlays(composition: Composition, play: Play): Promise<string> {
  const { database, base } = composition
  const label = 'The simulated crowd plays'
  const campaigns = (await runTurn(database, base, ctx => listCampaignCards(ctx))).filter(card => card.state === 'open')
  const total = CROWD.length * campaigns.length
  let [answers, steps] = [0, 0]
  for (const member of CROWD) {
    for (const campaign of campaigns) {
      answers += await answerSome(composition, member, campaign)
      steps += 1
      play.tell({ label, done: steps, total })
    }
    play.onChange()
  }
  while ((await runTurn(database, base, ctx => openDueRounds(ctx, { isFlush: true }))) > 0) play.onChange()
  let votes = 0
  for (const member of CROWD.filter(one => one.isReviewer)) votes += await voteOnAll(composition, member)
  await runTurn(database, base, ctx => closeDueRounds(ctx, { isFlush: false }))
  return answers + votes === 0
    ? 'The crowd found nothing to do: every open task needs somebody else now.'
    : `The crowd gave ${answers} answers and ${votes} votes.`
}

async function answerSome(composition: Composition, member: CrowdMember, campaign: CampaignCard): Promise<number> {
  const { database, base } = composition
  for (let given = 0; given < ANSWERS_EACH; given++) {
    const seconds = Math.max(3, Math.round(campaign.usualSeconds * member.actor.pace * (0.6 + 0.8 * base.random())))
    // The lease begins that long ago, so that the time an answer takes is what it would be for a person.
    const then: BaseContext = { ...base, now: () => new Date(base.now().getTime() - seconds * 1000) }
    const taken = await runTurn(database, then, async ctx => {
      const input = { contributorId: (await personOf(ctx, member)).id, campaignId: campaign.campaignId }
      const open = await countOpenTasks(ctx, input)
      return open.begun > 0 || open.untouched > LEFT_FOR_PEOPLE ? takeTask(ctx, input) : undefined
    })
    if (taken === undefined || !taken.ok) return given
    const task = taken.value
    const isSent = await runTurn(database, base, async ctx => {
      const person = await personOf(ctx, member)
      const known = await knownTruth(ctx, task)
      if (known === undefined) return false
      const answer = answerOf(member.actor, task.item, known.truth, ctx.random)
      return (await submitAnswer(ctx, { contributorId: person.id, assignmentId: task.assignmentId, answer })).ok
    })
    if (!isSent) return given
  }
  return ANSWERS_EACH
}

async function voteOnAll(composition: Composition, member: CrowdMember): Promise<number> {
  const { database, base } = composition
  const rounds = await runTurn(database, base, async ctx =>
    listRounds(ctx, { contributorId: (await personOf(ctx, member)).id }),
  )
  let votes = 0
  // Enough for a decision; the last seat of a panel is left to whoever sits here.
  for (const round of rounds.filter(one => one.state === 'open' && one.isDrawn && one.voted < one.quorum)) {
    while (await voteOnce(composition, member, round.roundId)) votes += 1
  }
  return votes
}

async function voteOnce(
  composition: Composition,
  member: CrowdMember,
  roundId: Parameters<typeof nextBallot>[1]['roundId'],
): Promise<boolean> {
  const { database, base } = composition
  return runTurn(database, base, async ctx => {
    const contributorId = (await personOf(ctx, member)).id
    const next = await nextBallot(ctx, { contributorId, roundId })
    if (!next.ok || next.value === undefined) return false
    const { ballotId, item, itemId, answer, guide } = next.value
    const known = await knownTruth(ctx, { itemId })
    const rules = guide.map(rule => rule.rule)
    const judgement = judge(member.actor, { item, answer, known, rules }, ctx.random)
    return (await castVote(ctx, { contributorId, ballotId, ...judgement })).ok
  })
}

async function personOf(ctx: Context, member: CrowdMember): Promise<Person> {
  return (await meet(ctx, { platform: 'web', platformId: member.platformId })).person
}
