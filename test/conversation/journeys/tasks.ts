// The four kinds, short and long, and every way in which a press can come too late or from elsewhere.
import { setLanguage } from '../../../core/people/setLanguage.ts'
import { expireAssignments } from '../../../core/work/expireAssignments.ts'
import { aCampaign, aPerson, type BuiltCampaign, consent, someItems } from '../../support/builders.ts'
import type { World } from '../../support/world.ts'
import { type Talking, talkingAs } from '../transcript.ts'

/** What these journeys walk through in detail; everyKind.test.ts takes all kinds through the same loop. */
type First = 'choice' | 'pairwise' | 'ranking' | 'text'

const LONG = Array.from({ length: 90 }, (_, n) => `Paragraph ${n + 1} says one thing, and says it in full.`).join(
  '\n\n',
)

const asks: Record<First, unknown> = {
  choice: {
    question: 'What kind of message is this?',
    labels: Array.from({ length: 14 }, (_, n) => ({ id: `kind_${n}`, label: `Kind of message ${n}` })),
  },
  pairwise: { question: 'Which reply helps this person more?' },
  ranking: { question: 'Which summary can you rely on?' },
  text: { question: 'Say this so that anyone understands it.', instruction: 'Keep every fact.', min: 20, max: 200 },
}

const texts = (text: string) => ['A', 'B', 'C', 'D'].map(id => ({ id, text: `${text} ${id}` }))
const contents: Record<First, unknown[]> = {
  choice: [{ text: 'Your parcel is held.', context: 'A text message' }, { text: LONG }],
  pairwise: [
    { prompt: 'How long do I boil eggs?', a: 'Ten minutes.', b: 'Eggs are good.' },
    { prompt: 'Explain it all.', a: LONG, b: `Shorter. ${LONG}` },
  ],
  ranking: [
    { source: 'The pool closes on 3 March.', texts: texts('Closed') },
    { source: LONG, texts: texts('Open') },
  ],
  text: [{ source: 'Applicants who fail to furnish the documentation …' }, { source: LONG }],
}

async function ready(world: World, kind: First, locale: string): Promise<{ me: Talking; campaign: BuiltCampaign }> {
  const campaign = await aCampaign(world, {
    kind: kind === 'text' ? 'text' : 'choice',
    spec: { kind, ask: asks[kind], title: `All about ${kind}`, skill: `skill ${kind} ${locale}` },
  })
  await someItems(
    world,
    campaign,
    contents[kind].map(content => ({ content })),
  )
  const id = await aPerson(world, { skill: campaign.skill })
  await consent(world, id, campaign.campaignId)
  await world.turn(ctx => setLanguage(ctx, { contributorId: id, locale }))
  const me = await talkingAs(world, id, locale)
  await me.says('/task')
  await me.presses('Start 1')
  return { me, campaign }
}

export async function choosesAmongMany(world: World, locale: string): Promise<Talking> {
  const { me } = await ready(world, 'choice', locale)
  me.shows('A text message', 'Your parcel is held.')
  await me.presses('More answers')
  await me.says('message 13')
  world.advance(40)
  await me.presses('Kind of message 13')
  me.shows('**Part 1 of', 'minutes in all')
  if (me.has('Cannot tell')) throw new Error('answers were offered before the end')
  await me.presses('Next part')
  await me.presses('Back')
  while (me.has('Next part')) await me.presses('Next part')
  me.shows('That was all of it.')
  world.advance(40)
  await me.presses('Kind of message 1')
  return me
}

export async function comparesReplies(world: World, locale: string): Promise<Talking> {
  const { me } = await ready(world, 'pairwise', locale)
  world.advance(40)
  await me.presses('Both bad')
  me.shows('Read: A not yet, B not yet.')
  for (const letter of ['A', 'B']) {
    await me.presses(`Read ${letter}`)
    while (me.has('Next part')) await me.presses('Next part')
  }
  me.shows('Read: A yes, B yes.')
  world.advance(40)
  await me.presses('Cannot judge')
  await me.says('/me')
  await me.presses('Results')
  me.shows('Cannot judge', 'Both bad')
  return me
}

export async function ranksTexts(world: World, locale: string): Promise<Talking> {
  const { me } = await ready(world, 'ranking', locale)
  await me.presses('C')
  await me.presses('A')
  me.shows('So far: 1 C, 2 A')
  await me.presses('Next one ties')
  me.shows('Your next tap shares place 2.')
  await me.presses('D')
  me.shows('Your order: C, then A and D, then B.')
  await me.presses('Start again')
  await me.presses('All are bad')
  me.shows('Your answer: all are bad.')
  await me.presses('Undo')
  for (const letter of ['A', 'B', 'C']) await me.presses(letter)
  await me.presses('Last two tie')
  me.shows('Your order: A, then B, then C and D.')
  // A restart between two taps: /task alone brings the draft back.
  await me.says('/task')
  await me.presses('Go on')
  me.shows('Your order: A, then B, then C and D.')
  world.advance(60)
  await me.presses('Send')
  while (me.has('Next part')) await me.presses('Next part')
  for (const letter of ['A', 'B', 'C', 'D']) await me.presses(`Read ${letter}`)
  await me.presses('B')
  return me
}

export async function writesText(world: World, locale: string): Promise<Talking> {
  const { me } = await ready(world, 'text', locale)
  me.shows('20 to 200 characters, in your own words. Keep every fact.')
  await me.writes('Too short.')
  me.shows('10 characters; 20 to 200 are asked. Your text is kept.')
  await me.presses('Change')
  if (me.view().form?.draft !== 'Too short.') throw new Error('the draft was not kept')
  await me.writes('Send us the papers before the deadline, or it counts as taken back. **Really** \u202E{x}')
  me.shows('**Your text, 83 characters**:')
  await me.presses('Throw away')
  await me.writes('Send us the papers before the deadline.')
  world.advance(60)
  await me.presses('Send')
  while (me.has('Next part')) await me.presses('Next part')
  if (me.view().form === undefined) throw new Error('the box did not come with the last part')
  return me
}

/** Stale, foreign, double, unknown, unasked, too long, too late. */
export async function meetsTrouble(world: World, locale: string): Promise<Talking[]> {
  const { me, campaign } = await ready(world, 'text', locale)
  await someItems(world, campaign, [{}, {}])
  const skip = me.payloadOf('Skip')
  const someone = await aPerson(world, { skill: campaign.skill })
  await consent(world, someone, campaign.campaignId)
  await world.turn(ctx => setLanguage(ctx, { contributorId: someone, locale }))
  const other = await talkingAs(world, someone, locale)
  await other.pressesPayload(skip)
  other.shows('This one belongs to someone else. Yours is here.')
  await other.presses('Open mine')
  await other.pressesPayload('1|xx|made up')
  other.shows('That message is from before. Here is where you are now.')
  await other.says('/banana')
  other.shows('I do not know that one.')
  await other.says('hello, are you there?')
  other.shows('I read buttons, and replies to my own questions.')
  await other.says('x'.repeat(1_000_000))
  other.shows('I read buttons, and replies to my own questions.')
  await me.sends({ kind: 'form', payload: me.view().form?.payload as string, text: 'y'.repeat(1_000_000) }, '(1 MB)')
  me.shows('Your text has 1,000,000 characters; 20,000 is the most here.')
  await me.writes('A text that fits what is asked here.')
  const send = me.payloadOf('Send')
  world.advance(30)
  await me.presses('Send')
  await me.pressesPayload(send)
  me.shows('That message is from before.')
  world.advance(20_000)
  await world.turn(ctx => expireAssignments(ctx))
  await me.looks()
  me.shows('The time for this one ran out, so it goes to someone else.')
  await me.presses('Next task')
  await me.says('/start c_NOSUCHCODE')
  me.shows('We know no campaign by this link.')
  return [me, other]
}
