import { describe, expect, it } from 'vitest'
import type { Amount } from '../../core/amount.ts'
import type { CampaignId, ContributorId, VoteId } from '../../core/ids.ts'
import { readChainText, writeChainText } from '../../core/outbox/chainText.ts'
import { pseudonymOf } from '../../core/settlement/annotation.ts'
import { betaCdf, betaQuantile } from '../../core/settlement/beta.ts'
import { campaignLines } from '../../core/settlement/closeLines.ts'
import { creditsOf, walletAt } from '../../core/settlement/credits.ts'
import { refundLines } from '../../core/settlement/eventLines.ts'
import { fundRows } from '../../core/settlement/fundRows.ts'
import { reputationOf } from '../../core/settlement/reputation.ts'
import { stipendDraft } from '../../core/settlement/rowDraft.ts'
import { type Cast, evidenceOfCasts, verdictWithout } from '../../core/settlement/verdicts.ts'

const day = (n: number) => new Date(Date.UTC(2026, 10, n))

describe('the beta distribution', () => {
  it('knows what tables know', () => {
    expect(betaCdf(0.3, 1, 1)).toBeCloseTo(0.3, 10)
    expect(betaCdf(0.5, 2, 3)).toBeCloseTo(0.6875, 10)
    expect(betaQuantile(0.05, 1, 1)).toBeCloseTo(0.05, 10)
    expect(betaQuantile(0.95, 10, 2)).toBeCloseTo(0.966681, 5)
    expect(betaQuantile(0.05, 91, 11)).toBeCloseTo(1 - betaQuantile(0.95, 11, 91), 10)
  })
})

describe('a reputation', () => {
  const right = { truthPpm: 1_000_000, isGold: false, basis: 'posterior', settledAt: day(20) }
  it('needs a record to be high, and forgets slowly', () => {
    const few = reputationOf([right, right, right], day(20))
    const many = reputationOf(Array(60).fill(right), day(20))
    expect(few.lowPpm).toBeLessThan(500_000)
    expect(many.lowPpm).toBeGreaterThan(940_000)
    const later = reputationOf(Array(60).fill(right), new Date(day(20).getTime() + 360 * 86_400_000))
    expect(later.lowPpm).toBeLessThan(many.lowPpm)
  })
  it('leaves out what nobody checked', () => {
    expect(reputationOf([{ ...right, basis: 'auto' }], day(20))).toMatchObject({ checked: 0, meanPpm: 500_000 })
  })
})

describe('the wallet that counts', () => {
  const contributorId = 'p' as ContributorId
  const old = { contributorId, address: '0xaa', confirmedAt: day(1), countsFrom: day(1) } as const
  const fresh = { contributorId, address: '0xbb', confirmedAt: day(10), countsFrom: day(13) } as const
  it('is the old one until the new one has settled', () => {
    expect(walletAt([old, fresh], day(12), false)).toBe('0xaa')
    expect(walletAt([old, fresh], day(13), false)).toBe('0xbb')
    expect(walletAt([old, fresh], day(12), true)).toBe('0xbb')
    expect(walletAt([fresh], day(9), true)).toBeUndefined()
  })
  it('is never the treasury', () => {
    const terms = { cutOffAt: day(12), isFlush: false, quantum: 10n, treasury: '0xaa' } as const
    const wallets = new Map([[contributorId, [old]]])
    expect(creditsOf([{ contributorId, accrued: 57n }], wallets, terms)).toEqual([])
    const other = creditsOf([{ contributorId, accrued: 57n }], wallets, { ...terms, treasury: '0xcc' })
    expect(other).toEqual([{ contributorId, address: '0xaa', amount: 50n }])
  })
})

describe('a vote', () => {
  const cast = (id: string, choice: Cast['choice'], more: Partial<Cast> = {}): Cast => ({
    id: id as VoteId,
    contributorId: id as ContributorId,
    ballotId: 'b',
    choice,
    roundKind: 'review',
    planted: null,
    appeal: null,
    state: 'accepted',
    ...more,
  })
  it('is judged by the others, never by itself', () => {
    const ballot = [cast('1', 'accept'), cast('2', 'fix'), cast('3', 'reject')]
    expect(ballot.map(one => verdictWithout(one, ballot))).toEqual(['tie', 'tie', 'accepted'])
  })
  it('is judged by the panel of an appeal, and by what was known of a planted answer', () => {
    const overturned = cast('1', 'reject', { appeal: 'won' })
    expect(verdictWithout(overturned, [overturned, cast('2', 'reject')])).toBe('accepted')
    expect(verdictWithout(cast('1', 'accept', { planted: 'rejected', state: null }), [])).toBe('rejected')
    expect(verdictWithout(cast('1', 'reject', { appeal: 'unseated' }), [cast('2', 'reject')])).toBe('tie')
  })
  it('gains nothing by always saying the same where half is accepted', () => {
    const casts = [0, 1, 2, 3].flatMap(n => {
      const state = n % 2 === 0 ? ('accepted' as const) : ('rejected' as const)
      const right = n % 2 === 0 ? ('accept' as const) : ('reject' as const)
      const on = { ballotId: `b${n}`, state }
      return [cast(`${n}a`, right, on), cast(`${n}b`, right, on), cast(`${n}c`, 'accept', on)]
    })
    const evidence = evidenceOfCasts(casts)
    const gain = (who: string) =>
      [0, 1, 2, 3].reduce((sum, n) => {
        const found = evidence.get(`${n}${who}` as VoteId)
        return sum + (found?.t ?? 0) - (found?.e ?? 0)
      }, 0)
    expect(gain('c')).toBe(0)
    expect(gain('a')).toBeGreaterThan(0)
  })
})

describe('lines of money', () => {
  const campaignId = 'c' as CampaignId
  const who = 'p' as ContributorId
  const total = (lines: Record<string, bigint>) => Object.values(lines).reduce((sum, one) => sum + one, 0n)
  it('of a close sum to zero, and every floor favours the campaign', () => {
    const answers = [{ contributorId: who, pay: 333n }]
    const votes = [{ contributorId: who, pay: 77n }]
    const lines = campaignLines({ campaignId, reserves: 1000n, answers, votes, feeBps: 500, commonsShareBps: 4000 })
    expect(total(lines)).toBe(0n)
    // 333 * 5 % = 16.65 and 77 * 5 % = 3.85, each floored; 40 % of 19 is 7.6.
    expect(lines).toMatchObject({ commons: 7n, treasury: 12n, 'campaign:c:free': 651n, 'campaign:c:review': -80n })
  })
  it('of a refund empty what is free first, and say when it was not', () => {
    const purses = new Map([
      ['campaign:c:free', 5n],
      ['campaign:c:earned', 4n],
    ])
    const within = refundLines(campaignId, purses, 5n as Amount)
    expect(within).toMatchObject({ missing: 0n, isBeyondFree: false })
    const beyond = refundLines(campaignId, purses, 12n as Amount)
    expect(beyond).toMatchObject({ missing: 3n, isBeyondFree: true })
    expect(total(beyond.lines)).toBe(0n)
  })
  it('of the commons are paid in order of age, as far as it reaches', () => {
    const stipend = (sum: bigint) => stipendDraft({ contributorId: who, skill: `s${sum}`, sum: sum as Amount })
    const { rows, waiting } = fundRows([], [stipend(6n), stipend(5n), stipend(4n)], 10n)
    expect(rows.map(row => row.pay)).toEqual([6n, 4n])
    expect(waiting.map(row => row.pay)).toEqual([5n])
  })
})

describe('texts', () => {
  it('carry whole numbers of any size to the database and back', () => {
    const call = { kind: 'approve', signer: 'requester', amount: 2n ** 95n, list: [1n, '0xab', 7] }
    expect(readChainText(writeChainText(call))).toEqual(call)
  })
  it('name a person differently in every campaign', () => {
    const key = `0x${'01'.repeat(32)}` as const
    expect(pseudonymOf(key, `0x${'02'.repeat(32)}`)).not.toBe(pseudonymOf(key, `0x${'03'.repeat(32)}`))
    expect(pseudonymOf(key, `0x${'02'.repeat(32)}`)).toMatch(/^[0-9a-f]{16}$/)
  })
})
