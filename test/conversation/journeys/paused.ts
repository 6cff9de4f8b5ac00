// A skill is paused after missed check questions: why, two of them, a word to a person, and the way back.
import { pack } from '../../../bots/conversation/buttons.ts'
import type { ContributorId } from '../../../core/ids.ts'
import { setLanguage } from '../../../core/people/setLanguage.ts'
import { closeAll, nameOnChain } from '../../settlement/payday.ts'
import { aCampaign, anAnswer, aPerson, someItems, TOKEN } from '../../support/builders.ts'
import type { World } from '../../support/world.ts'
import { type Talking, talkingAs } from '../transcript.ts'

const LONG = Array.from({ length: 90 }, (_, n) => `Párrafo ${n + 1}: dice una cosa, y la dice entera.`).join('\n\n')
const times = <T>(count: number, make: (index: number) => T) => Array.from({ length: count }, (_, n) => make(n))

export async function isPaused(world: World, locale: string): Promise<Talking[]> {
  const spec = { title: 'Which language', price: (2n * TOKEN).toString(), passMark: 4, overlapMin: 3, overlapMax: 3 }
  const campaign = await aCampaign(world, { kind: 'choice', spec })
  await nameOnChain(world, campaign.campaignId)
  const live = await someItems(
    world,
    campaign,
    times(12, () => ({})),
  )
  await someItems(
    world,
    campaign,
    times(6, () => ({ role: 'test' as const })),
  )
  const checks = await someItems(
    world,
    campaign,
    times(6, n => ({
      role: 'check' as const,
      truth: 'spanish',
      rule: 2,
      content: { text: n === 1 ? LONG : `Texto ${n}` },
    })),
  )
  const people: ContributorId[] = []
  for (const label of ['dutch', 'german', 'spanish']) {
    const contributorId = await aPerson(world, { skill: campaign.skill })
    people.push(contributorId)
    for (const [index, itemId] of live.slice(0, 9).entries()) {
      await anAnswer(world, { contributorId, itemId, answer: { label: ['spanish', 'german', 'dutch'][index % 3] } })
    }
    for (const itemId of checks.slice(0, 3)) await anAnswer(world, { contributorId, itemId, answer: { label } })
    await world.turn(ctx => setLanguage(ctx, { contributorId, locale }))
  }
  await closeAll(world)
  world.advance(60)
  const [me, other, careful] = (await Promise.all(people.map(id => talkingAs(world, id, locale)))) as [
    Talking,
    Talking,
    Talking,
  ]
  await careful.says('/task')
  careful.shows('Which language')
  await isTold(me, other, pack('test', 'go', campaign.campaignId))
  const spare = await aCampaign(world, { kind: 'text', spec: { title: 'Another thing' } })
  await someItems(world, spare, [{}, {}])
  await comesBack(world, me, pack('paused', 'go', campaign.campaignId))
  return [me, other, careful]
}

async function isTold(me: Talking, other: Talking, testButton: string): Promise<void> {
  await me.says('/task')
  me.shows('# Your skill choice work is paused.', '3 of your last 3 check questions did not match.')
  me.shows('You can see 2 of them', 'Earned pay stays yours. Back from 24 November', 'get 4 of 6 test questions right')
  await me.presses('Show the two')
  me.shows('# Check question 1 of 2', 'Texto 0', '**Yours**\n  | dutch', '**The right answer**\n  | spanish')
  me.shows('The notice says so.', 'Guide, rule 2: Say nothing that the source does not say.')
  await me.presses('The other one')
  me.shows('# Check question 2 of 2', '**Part 1 of')
  while (me.has('Next part')) await me.presses('Next part')
  await me.presses('Guide')
  await me.presses('Back')
  me.shows('# Check question 2 of 2')
  await me.presses('OK')
  await me.presses('This is a mistake')
  me.shows('A person looks at this pause and answers here and under /help. It costs nothing.')
  const code = /\*\*Case (\w+)/.exec(me.print())?.[1] as string
  await me.presses('This is a mistake')
  me.shows(`**Case ${code}.**`)
  await me.presses('Start the way back')
  me.shows('The guide comes first. The test opens on 24 November.', 'Guide')
  await me.presses('Back')
  await me.pressesPayload(testButton)
  me.shows('# Your skill choice work is paused.')
  await me.presses('My results')
  await me.says('/task')
  me.shows('# Your skill choice work is paused.')
  // Somebody in the middle of something else is told in a sentence, and finds the rest under /task.
  await other.says('/help')
  other.shows('**Your skill choice work is paused** until 24 November: 3 of 3 check questions did not match.')
  await other.says('/task')
  other.shows('# Your skill choice work is paused.')
}

async function comesBack(world: World, me: Talking, pauseButton: string): Promise<void> {
  await me.says('/task')
  me.shows('# Work for you now', 'Another thing', 'Paused; back from 24 November.')
  await me.presses('Start 1')
  me.shows('# Your skill choice work is paused.')
  await me.presses('Other work')
  me.shows('# Work for you now')
  world.advance(24 * 3600)
  await me.says('/task')
  me.shows('Paused; the way back is open.')
  await me.presses('Start 1')
  me.shows('The way back is open: read the guide, then get 4 of 6 test questions right.')
  await me.presses('Start the way back')
  for (let n = 0; n < 6; n++) {
    me.shows(`**Test, ${n + 1} of 6**`)
    world.advance(30)
    await me.presses('spanish')
  }
  me.shows('# Passed, 6 of 6.')
  await me.presses('First task')
  await me.pressesPayload(pauseButton)
  me.shows('That message is from before.')
}
