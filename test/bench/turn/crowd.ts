// People in the middle of a campaign of choices: each press sends an answer and shows the next task.
import { unpack } from '../../../bots/conversation/buttons.ts'
import { receive, type Turn, takeTurn } from '../../../bots/conversation/turn.ts'
import type { View } from '../../../bots/conversation/view.ts'
import { talkingAs } from '../../conversation/transcript.ts'
import { aCampaign, aPerson, consent, someItems, TOKEN } from '../../support/builders.ts'
import type { World } from '../../support/world.ts'

export type Presser = { platformId: string; view(): View; press(): Promise<void> }

/** Everybody sits before their first task. Enough items that nobody runs out within `answersEach`. */
export async function aCrowdAtWork(world: World, given: { people: number; answersEach: number }): Promise<Presser[]> {
  const deposit = BigInt(given.people * given.answersEach * 2) * TOKEN * 10n
  const campaign = await aCampaign(world, { kind: 'choice', deposit, spec: { leaseSeconds: 86_400 } as object })
  const live = Math.ceil((given.people * given.answersEach) / 2)
  for (let made = 0; made < live; made += 5000) {
    await someItems(
      world,
      campaign,
      Array.from({ length: Math.min(5000, live - made) }, () => ({})),
    )
  }
  await someItems(
    world,
    campaign,
    Array.from({ length: 60 }, () => ({ role: 'check' as const })),
  )
  const pressers: Presser[] = []
  for (let n = 0; n < given.people; n++) {
    const person = await aPerson(world, { skill: campaign.skill })
    await consent(world, person, campaign.campaignId)
    const talk = await talkingAs(world, person)
    await talk.says('/task')
    await talk.presses('Start 1')
    pressers.push(presserOf(world, talk.platformId, talk.view()))
  }
  return pressers
}

let events = 0

export function presserOf(world: World, platformId: string, first: View): Presser {
  const place = { database: world.database, base: world.base }
  let view = first
  return {
    platformId,
    view: () => view,
    async press() {
      const answers = view.rows.flat().filter(one => one.kind === 'press' && unpack(one.payload)?.verb === 'answer')
      const button = answers[events % answers.length]
      if (button?.kind !== 'press') throw new Error(`nothing to answer at ${view.scene}`)
      const eventKey = `bench:${++events}`
      const event = {
        eventKey,
        identity: { platform: 'web' as const, platformId },
        action: { kind: 'press' as const, payload: button.payload },
      }
      await receive(place, event)
      const turn: Turn = await takeTurn(place, event)
      if (turn.view.scene !== 'task') throw new Error(`an answer led to ${turn.view.scene}`)
      view = turn.view
    },
  }
}
