// Whole conversations through real turns, in English and in the made-up language; every View is measured on its way.
// PERLE_SHOW_TALK=1 prints them, to be read as somebody would who sees Perle for the first time.
import { afterAll, describe, expect, it } from 'vitest'
import { SCENE_CODES } from '../../bots/conversation/buttons.ts'
import { PSEUDO } from '../../bots/conversation/words/index.ts'
import { aWorld, type World } from '../support/world.ts'
import { seesHardWork } from './journeys/hardWork.ts'
import { isPaid, linksWallet, seesPay } from './journeys/money.ts'
import { newcomer } from './journeys/newcomer.ts'
import { asksForHelp, runsACampaign, takesBackAndLeaves } from './journeys/ownData.ts'
import { isPaused } from './journeys/paused.ts'
import { comesThroughALink, practisesEveryKind } from './journeys/practice.ts'
import { invited, reviewing } from './journeys/reviewing.ts'
import { choosesAmongMany, comparesReplies, meetsTrouble, ranksTexts, writesText } from './journeys/tasks.ts'
import type { Talking } from './transcript.ts'

type Journey = (world: World, locale: string) => Promise<Talking | Talking[]>

const journeys: [string, Journey][] = [
  ['a newcomer comes from hello to the first saved answers, and around', newcomer],
  ['practice shows the answer and why, in every kind', practisesEveryKind],
  ['a campaign’s link leads to its own practice and its own agreement', comesThroughALink],
  ['one label among many is leafed to, or found by typing', choosesAmongMany],
  ['two replies are compared, long ones once both are read', comparesReplies],
  ['texts are ranked by tapping, with ties and undo, and a draft outlives the screen', ranksTexts],
  ['a text is written, kept, changed and sent', writesText],
  ['stale, foreign, unknown, unasked, too long and too late each end in a way on', meetsTrouble],
  ['reviewers judge, see what held, and a second look puts a refusal right', reviewing],
  ['a good record is asked to review', invited],
  ['a wallet is linked, and changed, by the person’s own last word', linksWallet],
  ['a payday is seen, answer by answer, and the first pay warms once', isPaid],
  ['pay without a wallet waits', seesPay],
  ['a pause says why, shows two of the questions, and has a way back', isPaused],
  ['agreements are taken back, and somebody leaves', takesBackAndLeaves],
  ['work that is hard to see is asked for, covered, left and unasked for', seesHardWork],
  ['help reaches a person', asksForHelp],
  ['a requester sees figures and pauses', runsACampaign],
]

const seen = new Set<string>()

describe.each(['en', PSEUDO])('conversations in %s', locale => {
  it.each(journeys)('%s', async (_name, journey) => {
    const world = await aWorld({ seed: 11 })
    try {
      const talks = [await journey(world, locale)].flat()
      for (const talk of talks) for (const view of talk.seen) seen.add(view.scene)
      if (process.env['PERLE_SHOW_TALK'] && locale === 'en')
        console.log(talks.map(talk => talk.print()).join('\n\n=====\n'))
    } finally {
      await world.close()
    }
  })
})

afterAll(() => {
  // Rooms are set up where there are rooms: test/telegram/rooms.test.ts.
  const missing = Object.keys(SCENE_CODES).filter(scene => !seen.has(scene) && scene !== 'room')
  expect(missing).toEqual([])
})
