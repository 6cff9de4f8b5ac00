// The whole conversations of the web surface, by the real grammY over the emulator: the same words, and the same rows afterwards.
import { afterAll, describe, expect, it } from 'vitest'
import { isPaid, linksWallet, seesPay } from '../conversation/journeys/money.ts'
import { newcomer } from '../conversation/journeys/newcomer.ts'
import { asksForHelp, runsACampaign, takesBackAndLeaves } from '../conversation/journeys/ownData.ts'
import { isPaused } from '../conversation/journeys/paused.ts'
import { comesThroughALink, practisesEveryKind } from '../conversation/journeys/practice.ts'
import { invited, reviewing } from '../conversation/journeys/reviewing.ts'
import {
  choosesAmongMany,
  comparesReplies,
  meetsTrouble,
  ranksTexts,
  writesText,
} from '../conversation/journeys/tasks.ts'
import type { Talking } from '../conversation/transcript.ts'
import { databases } from '../support/database.ts'
import { aWorld, type World } from '../support/world.ts'
import { rowsOfAll } from './allRows.ts'
import { onTelegram } from './telegramWorld.ts'

type Journey = (world: World, locale: string) => Promise<Talking | Talking[]>

const journeys: [string, Journey][] = [
  ['a newcomer comes from hello to the first saved answers, and around', newcomer],
  ['practice shows the answer and why, in every kind', practisesEveryKind],
  ['a campaign’s link leads to its own practice and its own agreement', comesThroughALink],
  ['one label among many is leafed to, or found by typing', choosesAmongMany],
  ['two replies are compared, long ones once both are read', comparesReplies],
  ['texts are ranked by tapping', ranksTexts],
  ['a text is written, kept, changed and sent', writesText],
  ['stale, foreign, unknown, unasked, too long and too late each end in a way on', meetsTrouble],
  ['reviewers judge, see what held, and a second look puts a refusal right', reviewing],
  ['a good record is asked to review', invited],
  ['a wallet is linked, and changed, by the person’s own last word', linksWallet],
  ['a payday is seen, answer by answer, and the first pay warms once', isPaid],
  ['pay without a wallet waits', seesPay],
  ['a pause says why and has a way back', isPaused],
  ['agreements are taken back, and somebody leaves', takesBackAndLeaves],
  ['help reaches a person', asksForHelp],
  ['a requester sees figures and pauses', runsACampaign],
]

async function walk(journey: Journey, kind: 'pglite' | 'postgres', isOnTelegram: boolean) {
  const world = await aWorld({ seed: 11, kind })
  const over = isOnTelegram ? await onTelegram(world) : undefined
  try {
    const talks = [await journey(world, 'en')].flat()
    return { printed: talks.map(talk => talk.print()), rows: await rowsOfAll(world), over }
  } finally {
    await over?.close()
    await world.close()
  }
}

/** S05 has one line more where answers pass through a platform of somebody else. */
const sameOnTheWeb = (printed: string) => printed.replace(/\nYou ask us to pass these answers from Telegram to .*/g, '')

const expected = new Map<string, Awaited<ReturnType<typeof walk>>>()
afterAll(() => expected.clear())

describe.each(databases)('over Telegram, on %s', kind => {
  it.each(journeys)('%s', { timeout: 120_000 }, async (name, journey) => {
    const web = expected.get(name) ?? (await walk(journey, 'pglite', false))
    expected.set(name, web)
    const telegram = await walk(journey, kind, true)
    if (process.env['PERLE_SHOW_TALK']) console.log(telegram.printed.join('\n\n=====\n'))
    expect(telegram.printed.map(sameOnTheWeb)).toEqual(web.printed)
    expect(telegram.rows).toEqual(web.rows)
    expect(telegram.over?.telegram.unanswered()).toBe(0)
    expect(JSON.stringify(telegram.over?.telegram.calls)).not.toContain('web_app')
  })
})
