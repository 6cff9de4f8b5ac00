// Judging in a round, what became of it, and the author's side: refused, why, and a second look.

import type { ContributorId } from '../../../core/ids.ts'
import { setLanguage } from '../../../core/people/setLanguage.ts'
import { closeDueRounds } from '../../../core/review/closeDueRounds.ts'
import { reviewInvitation } from '../../../core/review/reviewInvitation.ts'
import { aSitting, NOTE, newestRound, openOne } from '../../review/sitting.ts'
import { aPerson, consent } from '../../support/builders.ts'
import type { World } from '../../support/world.ts'
import { type Talking, talkingAs } from '../transcript.ts'

async function at(world: World, id: ContributorId, locale: string): Promise<Talking> {
  await world.turn(ctx => setLanguage(ctx, { contributorId: id, locale }))
  return talkingAs(world, id, locale)
}

/** Votes on everything that this reviewer is asked. */
async function votes(me: Talking, choice: 'Accept' | 'Reject'): Promise<void> {
  await me.says('/review')
  await me.presses('Open 1')
  me.shows('The count stays sealed until then, for everyone.')
  await me.presses('Start reviewing')
  // Who comes late finds that others have cast all the votes.
  if (me.view().scene !== 'vote') return
  for (;;) {
    me.shows('Would you accept it?', '**Answered**:')
    if (choice === 'Accept') await me.presses('Accept')
    else {
      await me.presses('Reject')
      me.shows('# Which rule?')
      await me.presses('Rule 2')
      me.shows('They will read this. Write it as you would like to read it.')
      await me.writes(NOTE)
    }
    if (!me.has('Next')) break
    me.shows('# Sealed.')
    await me.presses('Next')
  }
  me.shows('# All done.')
}

export async function reviewing(world: World, locale: string): Promise<Talking[]> {
  const { author, campaign } = await aSitting(world, { reviewers: 16, answers: 2 })
  const { seats } = await openOne(world)
  const judges: Talking[] = []
  for (const seat of seats) judges.push(await at(world, seat, locale))
  const [first, ...others] = judges as [Talking, ...Talking[]]
  await votesWithDetours(first)
  // Three votes an answer are enough; whoever comes later finds nothing left.
  for (const one of others.slice(0, 2)) await votes(one, 'Reject')
  const late = others[2] as Talking
  await late.says('/review')
  await late.presses('Open 1')
  late.shows('Nothing is left for you in this one.')
  if (late.has('Start reviewing')) throw new Error('a button leads to nothing')
  const idle = await at(world, await aPerson(world, { role: 'reviewer' }), locale)
  await idle.says('/review')
  const stranger = await at(world, await aPerson(world), locale)
  await stranger.says('/review')
  world.advance(80 * 3600)
  await world.turn(ctx => closeDueRounds(ctx, { isFlush: true }))
  await first.says('/review')
  first.shows('A review closed: 0 of 2 of your votes held.')
  await first.presses('Open 1')
  first.shows('# Review closed: Short notices', '0 accepted, 2 not accepted', 'Most common reason: rule 2')
  await first.presses('My votes')
  first.shows('You said accept with a fix; the others did not accept it, because of rule 2', NOTE)
  await first.presses('Next')
  first.shows('You said accept; the others')
  await first.presses('OK')
  return [...judges, idle, stranger, ...(await theAuthorsSide(world, author, campaign.campaignId, locale))]
}

/** The first reviewer looks at everything there is. */
async function votesWithDetours(me: Talking): Promise<void> {
  await me.says('/review')
  await me.presses('Open 1')
  await me.presses('Guide')
  await me.presses('Back')
  await me.presses('Start reviewing')
  await me.presses('Guide')
  await me.presses('Back')
  await me.presses('I should not judge')
  await me.presses('Back')
  await me.presses('Reject')
  await me.presses('Rule 1')
  await me.writes('too short')
  me.shows('A no needs its rule, and a note of 15 characters or more for the author.')
  await me.presses('Back')
  await me.presses('Back')
  await me.presses('Accept')
  me.shows('# Sealed.', 'You may change it until')
  await me.presses('Change')
  me.shows('You said: accept.')
  await me.presses('Accept with a fix')
  while (me.has('Next')) {
    await me.presses('Next')
    await me.presses('Accept')
  }
  await me.presses('Close')
}

async function theAuthorsSide(
  world: World,
  author: ContributorId,
  campaignId: Awaited<ReturnType<typeof aSitting>>['campaign']['campaignId'],
  locale: string,
): Promise<Talking[]> {
  await consent(world, author, campaignId)
  const me = await at(world, author, locale)
  await me.says('/task')
  me.shows('2 not accepted')
  await me.presses('See the 2')
  await me.presses('See 1')
  me.shows(
    '# Not accepted.',
    'Reviewers: 2 of 3 said no.',
    'guide, rule 2',
    NOTE,
    'You may ask for a second look until',
  )
  await me.presses('Ask for a second look')
  me.shows('It costs nothing.', 'Their decision is final')
  await me.presses('Send with a note')
  await me.writes('The notice says Monday in its second line.')
  me.shows('**Sent.** Only this answer waits.')
  await me.presses('OK')
  await me.presses('See 2')
  await me.presses('Ask for a second look')
  await me.presses('Send it')
  const { seats } = await newestRound(world)
  const judges: Talking[] = []
  for (const seat of seats) {
    const judge = await at(world, seat, locale)
    await votes(judge, 'Accept')
    judges.push(judge)
  }
  world.advance(80 * 3600)
  await world.turn(ctx => closeDueRounds(ctx, { isFlush: true }))
  await me.says('/me')
  me.shows('**They agreed with you**')
  await me.presses('Results')
  return [me, ...judges]
}

/** Somebody whose record carries it is asked, looks, says no; another says yes. */
export async function invited(world: World, locale: string): Promise<Talking[]> {
  const { campaign } = await aSitting(world, { reviewers: 0, answers: 1 })
  const traits = { skill: campaign.skill, standing: 'trusted', meanPpm: 930_000, checked: 120 } as const
  const talks: Talking[] = []
  for (const answer of ['No, thank you', 'Start reviewing']) {
    const id = await aPerson(world, traits)
    await consent(world, id, campaign.campaignId)
    const asked = await world.turn(ctx => reviewInvitation(ctx, { contributorId: id }))
    if (asked === undefined) throw new Error('nobody was invited')
    const me = await at(world, id, locale)
    await me.says('/review')
    me.shows('# Would you like to review?', 'You were right in')
    await me.presses('What it is like')
    await me.presses(answer)
    talks.push(me)
  }
  return talks
}
