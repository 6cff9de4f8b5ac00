// When a row is evidence of its author: once, as soon as its verdict is known, whether or not it is paid yet.
import { describe, expect, it } from 'vitest'
import type { ContributorId } from '../../core/ids.ts'
import { REWARD_DEFAULTS } from '../../core/money/parameters.ts'
import { answerCountsFrom } from '../../core/settlement/counting.ts'
import type { GatheredAnswer } from '../../core/settlement/gathered.ts'
import { type Candidate, type PastRow, personKey, weigh } from '../../core/settlement/weighing.ts'

const day = (n: number) => new Date(Date.UTC(2026, 10, n))
const contributorId = 'p' as ContributorId
const skill = 'reading marks'
const GOOD = { s: 600_000, n: 600_000 }
const BAD = { s: -300_000, n: 600_000 }

const accepted = (id: string, sentAt = day(1)): Candidate => ({
  id,
  contributorId,
  skill,
  isGold: false,
  sentAt,
  score: GOOD,
  isReady: true,
  countsFrom: undefined,
})
const refused = (id: string, countsFrom = day(2)): Candidate => ({
  ...accepted(id),
  score: BAD,
  isReady: false,
  countsFrom,
})
const ten = Array.from({ length: 10 }, (_, index) => accepted(`good ${index}`))

function weighed(rows: Candidate[], past: PastRow[], at: Date) {
  const clock = { cutOffAt: at, maxHoldSeconds: 14 * 86_400, isFlush: false }
  const found = weigh(rows, new Map([[personKey(contributorId, skill), past]]), clock, REWARD_DEFAULTS)
  const one = found.get(personKey(contributorId, skill))
  if (one === undefined) throw new Error('nobody was weighed')
  return one
}

/** What settles becomes the record, newest first, as a database has it. */
const recordOf = (rows: Candidate[], settledAt: Date): PastRow[] =>
  rows.map(row => ({ ...(row.score ?? BAD), isGold: row.isGold, settledAt }))

describe('a refusal that is not final', () => {
  it('counts at once, and is not paid yet', () => {
    const alone = weighed(ten, [], day(3))
    const both = weighed([...ten, refused('bad')], [], day(3))
    expect(both.factor).toBeLessThan(alone.factor)
    expect(both.counted).toContain('bad')
    expect(both.settling).not.toContain('bad')
    expect(both.settling.size).toBe(10)
  })

  it('is current evidence at one payday, and part of the record at every later one', () => {
    const bad = refused('bad')
    expect(weighed([...ten, bad], [], day(3)).counted).toContain('bad')
    const record = recordOf(ten, day(3))
    const later = [accepted('new', day(4)), bad]
    const second = weighed(later, record, day(6))
    expect(second.counted).toEqual(new Set(['new']))
    // As if it had settled on the first payday.
    const asSettled = weighed([accepted('new', day(4))], [...recordOf([bad], day(3)), ...record], day(6))
    expect(second.factor).toBe(asSettled.factor)
    // And when it does settle, it is not current once more.
    const final = weighed([accepted('newer', day(7)), { ...bad, isReady: true }], record, day(9))
    expect(final.settling).toEqual(new Set(['newer', 'bad']))
    expect(final.counted).toEqual(new Set(['newer']))
  })

  it('is current at the first payday at which anything of its author settles', () => {
    const few = [accepted('one'), accepted('two')]
    const bad = refused('bad')
    const first = weighed([...few, bad], [], day(3))
    expect(first.settling.size).toBe(0)
    const second = weighed([...ten, ...few, bad], [], day(6))
    expect(second.counted).toContain('bad')
  })

  it('counts once, too, where a payday was vetoed and closes again', () => {
    const bad = refused('bad')
    const before = weighed([...ten, bad], [], day(3))
    // The rows of a vetoed payday are gone from the record.
    const again = weighed([...ten, bad], [], day(4))
    expect(again.factor).toBe(before.factor)
    expect(again.counted).toEqual(before.counted)
  })
})

describe('the moment from which an answer counts', () => {
  const answer = (more: Partial<GatheredAnswer['row']['submission']>, truth?: string, state = 'open') =>
    ({
      row: {
        submission: {
          isGold: truth !== undefined,
          submittedAt: day(1),
          decidedAt: day(4),
          decidedBy: 'review',
          ...more,
        },
        item: { role: 'live', state },
      },
      opened: { truth },
    }) as GatheredAnswer

  it('is its refusal, and for an accepted one the payday that settles it', () => {
    expect(answerCountsFrom(answer({ state: 'rejected' }))).toEqual(day(4))
    expect(answerCountsFrom(answer({ state: 'accepted' }))).toBeUndefined()
    expect(answerCountsFrom(answer({ state: 'pending', decidedAt: null }))).toBeUndefined()
  })
  it('is its sending for a check question, right or missed, unless somebody reported the question', () => {
    expect(answerCountsFrom(answer({ state: 'pending', decidedAt: null }, 'elder'))).toEqual(day(1))
    expect(answerCountsFrom(answer({ state: 'accepted' }, 'elder'))).toEqual(day(1))
    expect(answerCountsFrom(answer({ state: 'pending' }, 'elder', 'held'))).toBeUndefined()
  })
  it('is not its second look, which would count it again', () => {
    expect(answerCountsFrom(answer({ state: 'accepted', decidedBy: 'appeal', decidedAt: day(9) }))).toEqual(day(1))
  })
})
