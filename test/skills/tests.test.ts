import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ContributorId } from '../../core/ids.ts'
import { COMMONS, CUSTODY } from '../../core/money/ledger.ts'
import { post } from '../../core/money/store.ts'
import { answerTest } from '../../core/skills/answerTest.ts'
import { isHonestTry, shuffled } from '../../core/skills/exam.ts'
import { examTerms } from '../../core/skills/examTerms.ts'
import { readSkill } from '../../core/skills/readSkill.ts'
import { standingOf } from '../../core/skills/standing.ts'
import { startTest } from '../../core/skills/startTest.ts'
import {
  aCampaign,
  aPerson,
  type BuiltCampaign,
  consent,
  must,
  refusalOf,
  someItems,
  TOKEN,
} from '../support/builders.ts'
import { aWorld, type World } from '../support/world.ts'

describe('a test for a skill', () => {
  let world: World
  let campaign: BuiltCampaign
  let person: ContributorId

  beforeEach(async () => {
    world = await aWorld()
    campaign = await aCampaign(world, { kind: 'choice', spec: { passMark: 4 } })
    const tests = Array.from({ length: 6 }, (_, index) => ({ role: 'test' as const, rule: 1 + (index % 3) }))
    await someItems(world, campaign, tests)
    person = await aPerson(world)
  })
  afterEach(() => world.close())

  const start = () => world.turn(ctx => startTest(ctx, { contributorId: person, campaignId: campaign.campaignId }))

  async function sit(labels: string[], seconds = 30) {
    let question = must(await start())
    for (const label of labels) {
      const given = { contributorId: person, campaignId: campaign.campaignId, itemId: question.itemId }
      const result = must(await world.turn(ctx => answerTest(ctx, { ...given, answer: { label }, seconds })))
      if ('done' in result) return result.done
      question = result.next
    }
    throw new Error('the test did not end')
  }

  const fill = () =>
    world.turn(ctx =>
      post(ctx, { key: 'grant', reason: 'test', lines: { [CUSTODY]: -100n * TOKEN, [COMMONS]: 100n * TOKEN } }),
    )

  it('wants the agreement first', async () => {
    expect(refusalOf(await start())).toBe('consent.missing')
  })

  it('opens the skill at the pass mark and pays an honest try once', async () => {
    await fill()
    await consent(world, person, campaign.campaignId)
    const terms = await world.turn(ctx => examTerms(ctx, { contributorId: person, campaignId: campaign.campaignId }))
    expect(terms).toMatchObject({ questions: 6, pass: 4, isStipendCovered: true })
    const done = await sit(['spanish', 'spanish', 'german', 'spanish', 'spanish', 'german'])
    expect(done).toMatchObject({ hasPassed: true, right: 4, total: 6, stipend: terms.stipend })
    expect(done.missedRules.length).toBeGreaterThan(0)
    expect((await world.turn(ctx => readSkill(ctx, { contributorId: person, skill: campaign.skill }))).state).toBe(
      'passed',
    )
    const after = await world.turn(ctx => examTerms(ctx, { contributorId: person, campaignId: campaign.campaignId }))
    expect(after.isStipendCovered).toBe(false)
  })

  it('says before it starts that the commons cannot pay the try', async () => {
    await consent(world, person, campaign.campaignId)
    const terms = await world.turn(ctx => examTerms(ctx, { contributorId: person, campaignId: campaign.campaignId }))
    expect(terms.isStipendCovered).toBe(false)
    expect((await sit(Array(6).fill('spanish'))).stipend).toBe(0n)
  })

  it('waits a day after a test that was not passed, and goes on with one that was left', async () => {
    await consent(world, person, campaign.campaignId)
    const first = must(await start())
    expect(must(await start()).itemId).toBe(first.itemId)
    const done = await sit(Array(6).fill('german'))
    expect(done.hasPassed).toBe(false)
    expect(refusalOf(await start())).toBe('qualification.wait')
    world.advance(24 * 3600 + 1)
    expect(must(await start()).index).toBe(1)
  })

  it('knows an honest try from a random or a hurried one', () => {
    const answers = (right: number, seconds: number) =>
      Array.from({ length: 6 }, (_, index) => ({ isRight: index < right, seconds }))
    const test = { total: 6, classes: 4, pass: 4, leastSeconds: 5 }
    expect(isHonestTry({ ...test, answers: answers(3, 20) })).toBe(true)
    expect(isHonestTry({ ...test, answers: answers(2, 20) })).toBe(false)
    expect(isHonestTry({ ...test, answers: answers(6, 2) })).toBe(false)
    expect(isHonestTry({ ...test, answers: answers(6, 20).slice(1) })).toBe(false)
  })

  it('orders questions the same way for the same person, and differently for another', () => {
    const things = Array.from({ length: 12 }, (_, index) => index)
    expect(shuffled(things, 5)).toEqual(shuffled(things, 5))
    expect(shuffled(things, 5)).not.toEqual(shuffled(things, 6))
    expect([...shuffled(things, 5)].sort((a, b) => a - b)).toEqual(things)
  })

  it('gives a level by the lower bound and by the number of checked answers', () => {
    expect(standingOf(950_000, 5)).toBe('new')
    expect(standingOf(700_000, 50)).toBe('regular')
    expect(standingOf(800_000, 50)).toBe('trusted')
    expect(standingOf(900_000, 200)).toBe('expert')
  })
})
