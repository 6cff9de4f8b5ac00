// From hello to the first answers, with the ways aside.
import { setLanguage } from '../../../core/people/setLanguage.ts'
import { aCampaign, someItems } from '../../support/builders.ts'
import type { World } from '../../support/world.ts'
import { type Talking, talking } from '../transcript.ts'

export async function readsToTheEnd(me: Talking): Promise<void> {
  while (me.has('Next part')) await me.presses('Next part')
}

/** A known newcomer of this language, past welcome and age. */
export async function grownUp(world: World, account: string, locale: string): Promise<Talking> {
  const me = talking(world, account, locale)
  await me.says('/start')
  await me.presses('Try a question')
  await me.presses('A is better')
  await me.presses('Set me up')
  await me.presses('English')
  // The made-up language is never offered, so it is set from outside.
  await world.turn(ctx => setLanguage(ctx, { contributorId: me.person().id, locale }))
  await me.looks()
  await me.presses('Yes, 18 or older')
  return me
}

async function practises(world: World, me: Talking): Promise<void> {
  await me.presses('Read the guide')
  await me.presses('Back')
  await me.presses('Start practice')
  await me.presses('spanish')
  me.shows('# Right.')
  await me.presses('Next')
  await me.presses('spanish')
  me.shows('The answer is: german', 'Guide, rule 2')
  await me.presses('Start the test')
  for (let n = 1; n <= 6; n++) {
    me.shows(`Test, ${n} of 6`)
    world.advance(30)
    await me.presses(n === 3 ? 'german' : 'spanish')
  }
}

export async function newcomer(world: World, locale: string): Promise<Talking[]> {
  const campaign = await aCampaign(world, { kind: 'choice' })
  await someItems(world, campaign, [
    { role: 'practice', rule: 1 },
    { role: 'practice', truth: 'german', rule: 2 },
    ...Array.from({ length: 6 }, () => ({ role: 'test' as const, rule: 2 })),
    ...Array.from({ length: 6 }, () => ({})),
  ])
  const curious = talking(world, 'curious', locale)
  await curious.says('/start')
  curious.shows('this is Perle.', 'No answer is kept until you agree.')
  await curious.presses('How pay works')
  await curious.presses('What is PRL?')
  await curious.presses('Back')
  await curious.presses('Privacy')
  await curious.presses('Full text')
  await readsToTheEnd(curious)
  await curious.presses('Back')
  await curious.says('/terms')
  await curious.says('/task')
  curious.shows('Which language shall we speak?')
  const me = await grownUp(world, 'newcomer', locale)
  me.shows('60 PRL an hour (our estimate)')
  await me.presses('Start 1')
  await me.presses('Read the full text')
  await readsToTheEnd(me)
  me.shows('That was all of it.')
  await me.presses('Back')
  await me.presses('No, thank you')
  me.shows('Fine. Your other work is not touched.')
  await me.presses('Start 1')
  await me.presses('I agree, share my answers')
  me.shows('Agreed on 23 November 2026. Your copy is under /privacy.')
  await practises(world, me)
  me.shows('# Passed, 5 of 6.')
  await me.presses('Rules I missed')
  me.shows('Guide, rule 2')
  await me.presses('Back')
  await me.presses('First task')
  world.advance(40)
  await me.presses('spanish')
  me.shows('○ **Your first answer is saved.**')
  world.advance(40)
  await me.presses('german')
  me.shows('○ **Saved.** 1 PRL if accepted. 2 today, 2 PRL being checked.')
  await me.presses('Undo')
  me.shows('You chose: german.')
  await me.presses('dutch')
  const undo = me.payloadOf('Undo')
  await me.presses('Undo')
  await me.pressesPayload(undo)
  me.shows('That message is from before.')
  world.advance(40)
  await me.presses('dutch')
  return [curious, me, await theWaysAside(world, me, locale)]
}

async function theWaysAside(world: World, me: Talking, locale: string): Promise<Talking> {
  await me.presses('Skip')
  await me.presses('Not clear')
  me.shows('Skipped. Nothing is counted against you.')
  await me.presses('More')
  await me.presses('Ask about the guide')
  await me.writes('Does a greeting in two languages count as the first one?')
  me.shows('**Sent.** A laboratory can read it, without your name.')
  await me.presses('Skip')
  await me.presses('Report it')
  await me.presses('Harmful or upsetting')
  me.shows('held for everyone until a person has looked', 'a break costs nothing')
  world.advance(450)
  await me.looks()
  me.shows('Yours until')
  await me.presses('More time')
  world.advance(40)
  await me.presses('Cannot tell')
  me.shows('# That was all of it for now.')
  await me.presses('Stop for now')
  me.shows('# Done for today.')
  await me.says('/task')
  me.shows('# Nothing for you right now.')
  await me.presses('My results')
  await me.presses('My card')
  me.shows('# No number yet')
  await me.presses('Back')
  await me.presses('Results')
  await me.presses('See 1')
  me.shows('◐ 0 of', 'it is paid')
  const child = talking(world, 'child', locale)
  await child.says('/start')
  await child.presses('Try a question')
  await child.presses('Not now')
  await child.says('/task')
  await child.presses('English')
  await child.presses('No')
  if (child.view().scene !== 'underage') throw new Error('somebody under age was let on')
  return child
}
