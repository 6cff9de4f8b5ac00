import { describe, expect, it } from 'vitest'
import type { ContributorId, ItemId } from '../../core/ids.ts'
import { freeAppealsLeft } from '../../core/review/appeal.ts'
import { type Candidate, drawSeats, handling, mayReview } from '../../core/review/eligibility.ts'
import { plant } from '../../core/review/planted.ts'
import { largerPanel, panelFrom, panelOf, planRound, plantsWanted, quorumOf } from '../../core/review/round.ts'
import { agreedShareOf, hasHeld, tallyOf, topRuleOf, verdictOf } from '../../core/review/verdict.ts'
import { seededRandom } from '../support/world.ts'

const person = (name: string) => name as ContributorId
const item = (name: string) => name as ItemId

const candidate = (traits: Partial<Candidate>): Candidate => ({
  contributorId: person('p'),
  role: 'contributor',
  isExcluded: false,
  isErased: false,
  isSimulated: false,
  seesHard: false,
  skill: 'passed',
  standing: 'regular',
  ...traits,
})

describe('who may review', () => {
  const campaign = { requesterId: person('r'), hardToSee: null }
  it('takes reviewers, and people with a record in the skill', () => {
    expect(mayReview(candidate({ role: 'reviewer', skill: null, standing: null }), campaign)).toBe(true)
    expect(mayReview(candidate({}), campaign)).toBe(true)
  })
  it('takes nobody new, paused, excluded or erased, and no requester', () => {
    expect(mayReview(candidate({ standing: 'new' }), campaign)).toBe(false)
    expect(mayReview(candidate({ standing: null }), campaign)).toBe(false)
    expect(mayReview(candidate({ skill: 'failed' }), campaign)).toBe(false)
    expect(mayReview(candidate({ role: 'reviewer', skill: 'paused' }), campaign)).toBe(false)
    expect(mayReview(candidate({ role: 'reviewer', isExcluded: true }), campaign)).toBe(false)
    expect(mayReview(candidate({ role: 'reviewer', isErased: true }), campaign)).toBe(false)
    expect(mayReview(candidate({ contributorId: person('r'), role: 'reviewer' }), campaign)).toBe(false)
    expect(mayReview(candidate({ role: 'requester' }), campaign)).toBe(false)
  })
  it('takes only those who asked for it where the work is hard to see', () => {
    const hard = { ...campaign, hardToSee: 'injuries' }
    expect(mayReview(candidate({ role: 'reviewer' }), hard)).toBe(false)
    expect(mayReview(candidate({}), hard)).toBe(false)
    expect(mayReview(candidate({ seesHard: true }), hard)).toBe(true)
  })
  it('seats people until every ballot has enough, and nobody with a stake in all of them', () => {
    const ballots = [
      { authorId: person('a'), itemId: item('1') },
      { authorId: person('b'), itemId: item('2') },
    ]
    const handled = new Set([handling(person('c'), item('1')), handling(person('c'), item('2'))])
    const people = ['a', 'b', 'c', 'd', 'e', 'f'].map(person)
    const seats = drawSeats(people, ballots, handled, 3, seededRandom(1))
    expect(seats).not.toContain('c')
    expect([...seats].sort()).toEqual(['d', 'e', 'f'])
    const more = drawSeats(people, ballots, handled, 4, seededRandom(1))
    expect([...more].sort()).toEqual(['a', 'b', 'd', 'e', 'f'])
  })
})

describe('panels and plants', () => {
  it('needs a majority of the whole panel, and a stored quorum leads back to the panel', () => {
    for (const panel of [3, 7, 15, 31]) expect(panelOf(quorumOf(panel))).toBe(panel)
    expect([quorumOf(3), quorumOf(7), largerPanel(3), largerPanel(7)]).toEqual([2, 4, 7, 15])
  })
  it('shrinks to the odd number of people there are, and to nothing under three', () => {
    expect([panelFrom(7, 20), panelFrom(7, 6), panelFrom(3, 4), panelFrom(3, 2)]).toEqual([7, 5, 3, undefined])
  })
  it('keeps planted answers at a tenth or more of everything shown', () => {
    let soFar = { answers: 0, plants: 0 }
    for (const answers of [1, 8, 8, 3, 1, 8]) {
      soFar = { answers: soFar.answers + answers, plants: soFar.plants + plantsWanted(soFar, answers) }
      expect(soFar.plants / (soFar.plants + soFar.answers)).toBeGreaterThanOrEqual(0.1)
    }
    expect(soFar.plants).toBe(4)
  })
  it('puts in what the review money covers, and may owe one planted answer but not two', () => {
    const plan = (ballots: bigint, soFar = { answers: 0, plants: 0 }) =>
      planRound(5, { panel: 3, votePrice: 100n, feeBps: 500, free: 105n * 3n * ballots }, soFar)
    expect(plan(6n)).toEqual({ answers: 5, plants: 1 })
    expect(plan(5n)).toEqual({ answers: 5, plants: 0 })
    expect(plan(4n)).toEqual({ answers: 4, plants: 0 })
    expect(plan(0n)).toEqual({ answers: 0, plants: 0 })
    expect(plan(5n, { answers: 9, plants: 0 })).toEqual({ answers: 4, plants: 1 })
  })
})

describe('verdicts', () => {
  const say = (...choices: ('accept' | 'fix' | 'reject' | 'recuse')[]) =>
    choices.map(choice => ({ choice, rule: null }))
  it('counts accepting with a fix as accepting and recusals as nothing', () => {
    expect(tallyOf(say('accept', 'fix', 'reject', 'recuse'))).toEqual({ accepts: 2, rejects: 1 })
  })
  it('is even at a tie, and too few below the quorum', () => {
    expect(verdictOf({ accepts: 1, rejects: 1 }, 2)).toBe('tie')
    expect(verdictOf({ accepts: 0, rejects: 1 }, 2)).toBe('few')
    expect(verdictOf({ accepts: 0, rejects: 2 }, 2)).toBe('rejected')
    expect(verdictOf({ accepts: 2, rejects: 1 }, 2)).toBe('accepted')
  })
  it('names the rule most rejecting votes named, the lower one where two are level', () => {
    const reject = (rule: number) => ({ choice: 'reject' as const, rule })
    expect(topRuleOf([reject(3), reject(2), reject(3)])).toBe(3)
    expect(topRuleOf([reject(3), reject(2)])).toBe(2)
    expect(topRuleOf([{ choice: 'accept', rule: 1 }])).toBeNull()
  })
  it('says which votes stood', () => {
    expect([hasHeld('fix', 'accepted'), hasHeld('accept', 'rejected'), hasHeld('reject', 'rejected')]).toEqual([
      true,
      false,
      true,
    ])
    expect([hasHeld('recuse', 'accepted'), hasHeld('accept', 'undecided')]).toEqual([undefined, undefined])
    expect(
      agreedShareOf([
        { accepts: 2, rejects: 1 },
        { accepts: 0, rejects: 3 },
      ]),
    ).toBeCloseTo(5 / 6)
    expect(agreedShareOf([])).toBeNull()
  })
})

describe('planted answers', () => {
  const random = seededRandom(3)
  const many = (known: Parameters<typeof plant>[0], others: Parameters<typeof plant>[1] = [known]) =>
    Array.from({ length: 40 }, () => plant(known, others, random))
  it('are the truth or another class for a choice', () => {
    const ask = { question: 'Which?', labels: ['es', 'de', 'nl'].map(id => ({ id, label: id })) }
    const made = many({ itemId: item('1'), item: { kind: 'choice', ask, content: { text: 'x' } }, truth: 'es' })
    for (const one of made) {
      expect(one?.answer).toMatchObject({ label: one?.verdict === 'accepted' ? 'es' : expect.stringMatching(/de|nl/) })
    }
    expect(new Set(made.map(one => one?.verdict)).size).toBe(2)
  })
  it('are only ever right where the truth of a comparison is a tie', () => {
    const content = { prompt: 'p', a: 'a', b: 'b' }
    const made = many({
      itemId: item('1'),
      item: { kind: 'pairwise', ask: { question: 'Which?' }, content },
      truth: 'tie',
    })
    expect(new Set(made.map(one => one?.verdict))).toEqual(new Set(['accepted']))
  })
  it('are the example of the text, or that of another text', () => {
    const ask = { question: 'What?', instruction: '', min: 3, max: 50 }
    const known = (name: string) => ({
      itemId: item(name),
      item: { kind: 'text' as const, ask, content: { source: name } },
      truth: { facts: ['x'], example: `About ${name}.` },
    })
    for (const one of many(known('one'), [known('one'), known('two')])) {
      expect(one?.answer).toEqual({ text: one?.verdict === 'accepted' ? 'About one.' : 'About two.' })
    }
  })
  it('are not made from an example that its own question would refuse', () => {
    const ask = { question: 'What?', instruction: '', min: 3, max: 5 }
    const known = {
      itemId: item('1'),
      item: { kind: 'text' as const, ask, content: { source: 's' } },
      truth: { facts: ['x'], example: 'far too long' },
    }
    expect(plant(known, [known], random)).toBeUndefined()
  })
  it('turn a ranking round', () => {
    const content = { source: 's', texts: ['A', 'B', 'C'].map(id => ({ id, text: id })) }
    const made = many({
      itemId: item('1'),
      item: { kind: 'ranking', ask: { question: 'q' }, content },
      truth: [['B'], ['A', 'C']],
    })
    const wrong = made.find(one => one?.verdict === 'rejected')
    expect(wrong?.answer).toMatchObject({ order: [['A', 'C'], ['B']] })
  })
})

describe('free second looks', () => {
  const now = new Date('2026-11-23T00:00:00Z')
  const ago = (days: number, state: 'won' | 'lost' | 'open') => ({
    openedAt: new Date(now.getTime() - days * 86_400_000),
    state,
  })
  it('come back after 30 days, and after 90 when they were lost', () => {
    expect(freeAppealsLeft([], 3, now)).toBe(3)
    expect(freeAppealsLeft([ago(1, 'won'), ago(29, 'open')], 3, now)).toBe(1)
    expect(freeAppealsLeft([ago(31, 'won'), ago(31, 'lost'), ago(91, 'lost')], 3, now)).toBe(2)
    expect(freeAppealsLeft([ago(1, 'won'), ago(2, 'won'), ago(3, 'won'), ago(4, 'won')], 3, now)).toBe(0)
  })
})
