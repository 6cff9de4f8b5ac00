// What somebody sees of one kind, from the item to the second look, as real turns show it: in English and in the mirrored language.
import type { View } from '../../bots/conversation/view.ts'
import { MIRRORED } from '../../bots/conversation/words/index.ts'
import type { ContributorId } from '../../core/ids.ts'
import type { KindName } from '../../core/kinds/kind.ts'
import { setLanguage } from '../../core/people/setLanguage.ts'
import { closeDueRounds } from '../../core/review/closeDueRounds.ts'
import { openDueRounds } from '../../core/review/openDueRounds.ts'
import { answers, numberOn, openFor, solvable, takes, votesOn } from '../conversation/journeys/kindSteps.ts'
import { type Talking, talkingAs } from '../conversation/transcript.ts'
import { newestRound } from '../review/sitting.ts'
import { aPerson, consent, someItems } from '../support/builders.ts'
import { samples } from '../support/kindSamples.ts'
import { aWorld, type World } from '../support/world.ts'

export const LOCALES = ['en', MIRRORED] as const
export type Stop = { name: string; views: Record<string, View> }

/** Each stop with its View in either language. */
export async function tourOf(name: KindName): Promise<Stop[]> {
  const world = await aWorld({ seed: 5 })
  const stops: Stop[] = []
  /** The same state of the same person, read in another language. */
  const stop = async (at: string, talk: Talking, id: ContributorId) => {
    const views: Record<string, View> = {}
    for (const locale of [MIRRORED, 'en']) {
      await world.turn(ctx => setLanguage(ctx, { contributorId: id, locale }))
      views[locale] = await talk.looks()
    }
    stops.push({ name: at, views })
  }
  try {
    await walk(world, name, stop)
  } finally {
    await world.close()
  }
  return stops
}

type StopAt = (at: string, talk: Talking, id: ContributorId) => Promise<void>

async function walk(world: World, name: KindName, stop: StopAt): Promise<void> {
  const sample = samples[name]
  const campaign = await openFor(world, name, sample)
  await someItems(
    world,
    campaign,
    Array.from({ length: 6 }, (_, n) => ({ content: sample.item(n).content })),
  )
  const id = await aPerson(world, { skill: campaign.skill })
  await consent(world, id, campaign.campaignId)
  for (let n = 0; n < 16; n++) await aPerson(world, { role: 'reviewer' })
  const me = await talkingAs(world, id)
  const shown = () => numberOn(me)
  const rightly = () => solvable(name, sample, shown(), sample.item(shown()).truth)

  await me.says('/task')
  await me.presses('Start 1')
  await stop('item', me, id)
  await me.presses('Guide')
  await stop('guide', me, id)
  await me.presses('Back')
  if (sample.isOneTap === undefined) {
    await takes(me, rightly())
    await stop('partway', me, id)
  }
  await answers(world, me, rightly())
  await me.presses('Undo')
  await stop('undone', me, id)
  await answers(world, me, rightly())
  await stop('receipt', me, id)
  await answers(world, me, solvable(name, sample, shown(), sample.untruth(shown())))
  await me.presses('More')
  await me.presses('Stop for now')

  await world.turn(ctx => openDueRounds(ctx, { isFlush: true }))
  const { seats } = await newestRound(world)
  let isSeen = false
  for (const seat of seats) {
    const judge = await talkingAs(world, seat)
    await judge.says('/review')
    await judge.presses('Open 1')
    // The answers have as many votes as they want.
    if (!judge.has('Start reviewing')) continue
    await judge.presses('Start reviewing')
    if (!isSeen) await stop('review', judge, seat)
    isSeen = true
    while (judge.view().scene === 'vote') {
      await votesOn(judge, said => said.includes(sample.told) || said.includes('A is better'))
    }
  }
  world.advance(80 * 3600)
  await world.turn(ctx => closeDueRounds(ctx, { isFlush: true }))
  await me.says('/me')
  await me.presses('Results')
  await me.presses('Not accepted')
  await me.presses('See 1')
  await stop('refused', me, id)
  await me.presses('Ask for a second look')
  await stop('appeal', me, id)
}
