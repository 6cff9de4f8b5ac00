// S20 to its end: a question becomes a rule, everybody is told, and what was begun before is judged by the guide it was begun under.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findGuide } from '../../core/campaigns/store.ts'
import { exportDataset } from '../../core/datasets/exportDataset.ts'
import type { ContributorId } from '../../core/ids.ts'
import { closeDueRounds } from '../../core/review/closeDueRounds.ts'
import { openDueRounds } from '../../core/review/openDueRounds.ts'
import { answerGuideQuestion } from '../../core/work/answerGuideQuestion.ts'
import { listGuideQuestions } from '../../core/work/listGuideQuestions.ts'
import { newestRound } from '../review/sitting.ts'
import { closeAll, nameOnChain, pretendSettled } from '../settlement/payday.ts'
import { aCampaign, aPerson, type BuiltCampaign, consent, must, refusalOf, someItems } from '../support/builders.ts'
import { aWorld, type World } from '../support/world.ts'
import { printed, type Talking, talkingAs } from './transcript.ts'

const RULE = 'A dialect counts as the language that it is a dialect of.'

describe('an answered question on the guide', () => {
  let world: World
  let campaign: BuiltCampaign
  beforeEach(async () => {
    world = await aWorld()
    campaign = await aCampaign(world, {
      kind: 'choice',
      terms: { reviewShareBps: 4_000 },
      spec: { overlapMin: 1, overlapMax: 1 },
    })
    await nameOnChain(world, campaign.campaignId)
    await someItems(world, campaign, [{}, {}, {}, {}])
  })
  afterEach(() => world.close())

  async function atWork(): Promise<Talking> {
    const id = await aPerson(world, { skill: campaign.skill })
    await consent(world, id, campaign.campaignId)
    const me = await talkingAs(world, id)
    await me.says('/task')
    await me.presses('Start 1')
    return me
  }
  async function asks(me: Talking): Promise<string> {
    await me.presses('More')
    await me.presses('Ask about the guide')
    await me.writes('Does a dialect count?')
    const asked = await world.turn(ctx => listGuideQuestions(ctx, campaign))
    return asked.at(-1)?.questionId ?? ''
  }
  const answer = (questionId: string, more: { text?: string; rule?: number } = {}) =>
    world.turn(ctx => answerGuideQuestion(ctx, { campaignId: campaign.campaignId, questionId, text: RULE, ...more }))

  it('is a new rule that everybody is told, the asker in other words, and a stranger not at all', async () => {
    const [asker, other] = [await atWork(), await atWork()]
    const stranger = await talkingAs(world, await aPerson(world))
    const questionId = await asks(asker)
    expect(must(await answer(questionId))).toEqual({ version: 2, rule: 4, isNew: true, told: 2 })
    await asker.looks()
    asker.shows('**Your question became rule 4** of Short notices', RULE, '2 people now work by it.')
    await other.looks()
    other.shows('Short notices: rule 4 is new**, because someone asked:', RULE, 'Earlier answers keep the rule')
    await other.presses('Guide')
    expect(printed(other.view())).not.toContain('rule 4 is new')
    await stranger.says('/help')
    expect(stranger.print()).not.toContain(RULE)
    expect(await world.turn(ctx => listGuideQuestions(ctx, campaign))).toEqual([])
  })

  it('changes a rule in its place where that is what was unclear', async () => {
    const [asker, other] = [await atWork(), await atWork()]
    expect(must(await answer(await asks(asker), { rule: 2 }))).toMatchObject({ version: 2, rule: 2, isNew: false })
    await other.looks()
    other.shows('rule 2 has changed**, because someone asked')
    const guide = await world.turn(ctx => findGuide(ctx.db, campaign.campaignId))
    expect(JSON.parse(guide?.rules ?? '').map((rule: { rule: number }) => rule.rule)).toEqual([1, 2, 3])
  })

  it('leaves a task in hand, its review and its record under the guide it was given with', async () => {
    const [asker, early] = [await atWork(), await atWork()]
    const judges: ContributorId[] = []
    for (let n = 0; n < 6; n++) judges.push(await aPerson(world, { role: 'reviewer' }))
    must(await answer(await asks(asker)))
    await early.presses('Guide')
    early.shows('Version 1.')
    expect(early.print()).not.toMatch(new RegExp(`\\*\\*4\\*\\* ${RULE}`))
    await early.presses('Back')
    world.advance(60)
    await early.presses('spanish')
    // The next one is given under the new guide.
    await early.presses('Guide')
    early.shows('Version 2.', `**4** ${RULE}`)
    await early.presses('Back')
    world.advance(60)
    await early.presses('spanish')
    await early.says('/me')
    await world.turn(ctx => openDueRounds(ctx, { isFlush: true }))
    const { seats } = await newestRound(world)
    const judge = await talkingAs(world, seats[0] as ContributorId)
    await judge.says('/review')
    await judge.presses('Open 1')
    await judge.presses('Start reviewing')
    const versions: string[] = []
    while (judge.view().scene === 'vote') {
      await judge.presses('Guide')
      versions.push(/Version (\d)/.exec(JSON.stringify(judge.view()))?.[1] ?? '')
      await judge.presses('Back')
      await judge.presses('Reject')
      expect(judge.has('Rule 4')).toBe(versions.at(-1) === '2')
      await judge.presses('Back')
      await judge.presses('Accept')
      if (judge.has('Next')) await judge.presses('Next')
    }
    expect(versions.toSorted()).toEqual(['1', '2'])
    // The others of the panel did not come: what is undecided counts for its author.
    world.advance(80 * 3600)
    await world.turn(ctx => closeDueRounds(ctx, { isFlush: true }))
    world.advance(14 * 86_400)
    await closeAll(world)
    await pretendSettled(world, 1)
    const rows: { guideVersion: number; answer: string }[] = []
    for await (const line of must(await exportDataset(world, campaign))) rows.push(JSON.parse(line))
    const answers = rows.slice(1)
    expect(answers.map(row => row.guideVersion).toSorted()).toEqual([1, 2])
    for (const row of answers) expect(JSON.parse(row.answer)).toMatchObject({ guideVersion: row.guideVersion })
  })

  it('is answered once, with a text that can be read, and in a guide that can be', async () => {
    const questionId = await asks(await atWork())
    expect(refusalOf(await answer(questionId, { text: 'Yes.' }))).toBe('guide.rule_unfit')
    expect(refusalOf(await answer(questionId, { text: 'x'.repeat(601) }))).toBe('guide.rule_unfit')
    expect(refusalOf(await answer(questionId, { rule: 9 }))).toBe('guide.rule_unfit')
    expect(refusalOf(await answer(campaign.campaignId))).toBe('guide.question_unknown')
    const elsewhere = await aCampaign(world)
    const there = { campaignId: elsewhere.campaignId, questionId, text: RULE }
    expect(refusalOf(await world.turn(ctx => answerGuideQuestion(ctx, there)))).toBe('guide.question_unknown')
    must(await answer(questionId))
    expect(refusalOf(await answer(questionId))).toBe('guide.question_unknown')
    for (let version = 3; version <= 18; version++) must(await answer(await asks(await atWorkAgain())))
    const last = await asks(await atWorkAgain())
    expect(await answer(last)).toMatchObject({ refusal: { expected: expect.stringContaining('at most 20 rules') } })
    expect(must(await answer(last, { rule: 20 }))).toMatchObject({ isNew: false })
  })

  async function atWorkAgain(): Promise<Talking> {
    await someItems(world, campaign, [{}])
    return atWork()
  }
})
