// Practice in every kind, and the way in through a campaign's link.

import { campaignOf } from '../../../core/campaigns/campaignOf.ts'
import { setLanguage } from '../../../core/people/setLanguage.ts'
import { aCampaign, aPerson, consent, someItems } from '../../support/builders.ts'
import type { World } from '../../support/world.ts'
import { type Talking, talking, talkingAs } from '../transcript.ts'

const texts = ['A', 'B', 'C'].map(id => ({ id, text: `Summary ${id}` }))

type First = 'pairwise' | 'ranking' | 'text'

const known: Record<First, { ask: unknown; content: unknown; truth: unknown }> = {
  pairwise: {
    ask: { question: 'Which reply helps this person more?' },
    content: { prompt: 'How long do I boil eggs?', a: 'Ten minutes.', b: 'Eggs are good.' },
    truth: 'a',
  },
  ranking: {
    ask: { question: 'Which summary can you rely on?' },
    content: { source: 'The pool closes on 3 March.', texts },
    truth: [['A'], ['B', 'C']],
  },
  text: {
    ask: { question: 'Say this so that anyone understands it.', instruction: 'Keep every fact.', min: 10, max: 200 },
    content: { source: 'The premises shall be vacated.' },
    truth: { facts: ['you', 'move out'], example: 'You have to move out.' },
  },
}

async function atPractice(world: World, kind: First, locale: string): Promise<Talking> {
  const { ask, content, truth } = known[kind]
  const skill = `skill of ${kind} ${locale}`
  const campaign = await aCampaign(world, {
    kind: kind === 'text' ? 'text' : 'choice',
    spec: { kind, ask, skill, title: `Practice ${kind}` },
  })
  await someItems(world, campaign, [
    { role: 'practice', content, truth, rule: 2 },
    { content: { ...(content as object), [kind === 'pairwise' ? 'prompt' : 'source']: 'Something else.' } },
  ])
  const id = await aPerson(world)
  await consent(world, id, campaign.campaignId)
  await world.turn(ctx => setLanguage(ctx, { contributorId: id, locale }))
  const me = await talkingAs(world, id, locale)
  const { code } = (await world.turn(ctx => campaignOf(ctx, { campaignId: campaign.campaignId }))) ?? { code: '' }
  await me.says(`/start c_${code}`)
  me.shows(`# Skill of ${kind}`)
  await me.presses('Start practice')
  return me
}

export async function practisesEveryKind(world: World, locale: string): Promise<Talking[]> {
  const pairwise = await atPractice(world, 'pairwise', locale)
  await pairwise.presses('B is better')
  pairwise.shows('# The answer is: A is better', 'Guide, rule 2')
  const ranking = await atPractice(world, 'ranking', locale)
  for (const letter of ['A', 'B']) await ranking.presses(letter)
  await ranking.presses('Send')
  ranking.shows('# The answer is: A, then B and C')
  const text = await atPractice(world, 'text', locale)
  await text.writes('Short.')
  text.shows('6 characters; 10 to 200 are asked.')
  await text.writes('You must leave the house.')
  text.shows('# One good way to say it', 'You have to move out.', 'move out')
  return [pairwise, ranking, text]
}

export async function comesThroughALink(world: World, locale: string): Promise<Talking> {
  const campaign = await aCampaign(world, { kind: 'choice' })
  await someItems(world, campaign, [{ role: 'practice' }, { role: 'practice' }, {}, {}])
  const { code } = (await world.turn(ctx => campaignOf(ctx, { campaignId: campaign.campaignId }))) ?? { code: '' }
  const me = talking(world, 'invited', locale)
  await me.says(`/start c_${code}`)
  me.shows('# A laboratory invites you to “Short notices”.')
  await world.turn(ctx => setLanguage(ctx, { contributorId: me.person().id, locale }))
  await me.presses('Try a question')
  await me.presses('spanish')
  await me.presses('One more')
  await me.presses('Guide')
  await me.presses('Back')
  await me.presses('german')
  await me.presses('Set me up')
  await me.presses('English')
  await me.presses('Yes, 18 or older')
  me.shows('# “Short notices”: do you agree?')
  return me
}
