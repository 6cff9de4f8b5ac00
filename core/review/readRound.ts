import { readGuide } from '../campaigns/readGuide.ts'
import { findCampaign, progressOf } from '../campaigns/store.ts'
import type { Context } from '../context.ts'
import type { ContributorId, RoundId } from '../ids.ts'
import { assert, type Only, ok, type Result, refuse } from '../refusals.ts'
import { type RoundCard, roundCardFrom } from './roundCard.ts'
import { ballotsOf, findRound, type RoundRow, seatsOf } from './store.ts'
import { votesOfRound } from './voteStore.ts'

/** A round for its room or for one person. A code that leads nowhere answers like a round that drew others. */
export async function readRound(
  ctx: Context,
  input: { contributorId: ContributorId; roundId: RoundId },
): Promise<Result<RoundCard, Only<'round.not_drawn'>>> {
  const round = await findRound(ctx.db, input.roundId)
  if (round === undefined) return refuse({ code: 'round.not_drawn' })
  return ok(await cardOf(ctx, round, input.contributorId))
}

export async function cardOf(ctx: Context, round: RoundRow, viewer: ContributorId): Promise<RoundCard> {
  const campaign = await findCampaign(ctx.db, round.campaignId)
  assert(campaign !== undefined, 'a round without a campaign')
  const facts = {
    round,
    campaign,
    ballots: await ballotsOf(ctx.db, round.id),
    votes: await votesOfRound(ctx.db, round.id),
    seats: await seatsOf(ctx.db, round.id),
    progress: round.state === 'open' ? null : await progressOf(ctx.db, campaign.id),
    guide: (await readGuide(ctx, { campaignId: campaign.id })).rules,
  }
  return roundCardFrom(facts, viewer)
}
