import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commandMenu } from '../../bots/conversation/commandMenu.ts'
import { publicRound } from '../../bots/conversation/scenes/reviews.ts'
import { troubleView } from '../../bots/conversation/troubleView.ts'
import { PSEUDO, wordsFor } from '../../bots/conversation/words/index.ts'
import type { Person } from '../../core/people/person.ts'
import { readRound } from '../../core/review/readRound.ts'
import { aSitting, ballotRows, openOne, vote } from '../review/sitting.ts'
import { must } from '../support/builders.ts'
import { aWorld, type World } from '../support/world.ts'
import { faultsOf } from './measure.ts'
import { talkingAs } from './transcript.ts'

describe('what surfaces show by themselves', () => {
  let world: World
  beforeAll(async () => {
    world = await aWorld()
  })
  afterAll(() => world.close())

  it('posts a round without a name, an answer or one person’s vote', async () => {
    const { submissions } = await aSitting(world, { reviewers: 5, answers: 2 })
    const { roundId, seats } = await openOne(world)
    const first = (await ballotRows(world, roundId))[0]
    await vote(world, first?.id ?? '', seats, ['accept'])
    const viewer = seats[0]!
    const me = await talkingAs(world, viewer)
    await me.says('/me')
    const card = must(await world.turn(ctx => readRound(ctx, { contributorId: viewer, roundId })))
    for (const locale of ['en', PSEUDO]) {
      const view = publicRound(wordsFor(locale), card, world.now())
      expect(view.audience).toBe('public')
      expect(view.before).toEqual([])
      expect(faultsOf(view, locale)).toEqual([])
      const shown = JSON.stringify(view)
      expect(shown).not.toContain(me.person().alias)
      expect(shown).not.toContain('The office')
      expect(shown).not.toContain(submissions[0])
    }
    expect(JSON.stringify(publicRound(wordsFor('en'), card, world.now()))).toContain('1 of 2 people have voted')
  })

  it('has a calm sentence and a way on for a turn that failed', () => {
    for (const locale of ['en', PSEUDO]) {
      for (const kind of ['slow', 'ours'] as const)
        expect(faultsOf(troubleView(locale, kind, '7K2M'), locale)).toEqual([])
    }
    const shown = JSON.stringify(troubleView('en', 'ours', '7K2M'))
    expect(shown).toContain('That was our mistake.')
    expect(shown).toContain('7K2M')
  })

  it('answers the same event twice with one effect and the present View', async () => {
    const { author } = await aSitting(world, { answers: 1 })
    const me = await talkingAs(world, author)
    await me.says('/help')
    await me.presses('Talk to a person')
    await me.presses('Pay')
    const payload = me.view().form?.payload as string
    const action = { kind: 'form', payload, text: 'Where is my pay?' } as const
    const once = await me.sends(action, 'once', 'the same event')
    const again = await me.sends(action, 'again', 'the same event')
    expect(again).toEqual(once)
    await me.presses('My questions')
    expect(me.view().blocks).toHaveLength(1)
  })
})

describe('the menu of commands', () => {
  it('is short for a newcomer and grows with the role', () => {
    const w = wordsFor('en')
    expect(commandMenu(w).map(one => one.name)).toEqual(['task', 'me', 'privacy', 'help'])
    const reviewer = { role: 'reviewer', isAdult: true } as Person
    expect(commandMenu(w, reviewer).map(one => one.name)).toContain('review')
    expect(commandMenu(w, reviewer).map(one => one.name)).not.toContain('campaign')
  })
})
