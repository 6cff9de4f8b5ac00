// A campaign that asks for texts and checks with comparisons: each kind is weighed by its own classes, whichever comes first.
import { describe, expect, it } from 'vitest'
import type { Amount } from '../../core/amount.ts'
import type { CampaignId, ContributorId, Hash, ItemId, SubmissionId, VoteId } from '../../core/ids.ts'
import type { ItemContent } from '../../core/kinds/kind.ts'
import { PLATFORM_DEFAULTS } from '../../core/money/platformParameters.ts'
import { problemsOf } from '../../core/settlement/evidence.ts'
import type { GatheredAnswer, GatheredVote } from '../../core/settlement/gathered.ts'
import { judgeEpoch } from '../../core/settlement/judgeEpoch.ts'
import { TOKEN } from '../support/builders.ts'
import { samples } from '../support/kindSamples.ts'

const AT = new Date('2026-11-20T09:00:00.000Z')
const PEOPLE = ['ann', 'bo', 'cy', 'di'] as ContributorId[]
/** Misses every check question, and writes as well as the others. */
const CARELESS = 'di'

const textItem: ItemContent = { kind: 'text', ask: samples.text.ask, content: samples.text.item(1).content }
const pairItem: ItemContent = { kind: 'pairwise', ask: samples.pairwise.ask, content: samples.pairwise.item(1).content }

function answer(id: string, who: ContributorId, itemId: string, item: ItemContent, given: unknown, truth?: unknown) {
  const isGold = truth !== undefined
  return {
    row: {
      submission: {
        id: id as SubmissionId,
        contributorId: who,
        itemId: itemId as ItemId,
        submissionHash: `0x${'0'.repeat(64)}` as Hash,
        state: 'accepted',
        decidedBy: isGold ? 'gold' : 'review',
        decidedAt: AT,
        isGold,
        activeSeconds: 40,
        submittedAt: AT,
        settledEpoch: null,
      },
      lease: { price: TOKEN as Amount, mBps: 10_000, payReserve: (2n * TOKEN) as Amount },
      item: { role: isGold ? 'check' : 'live', state: 'decided' },
      isFinalReject: false,
    },
    opened: {
      id: id as SubmissionId,
      contributorId: who,
      itemId: itemId as ItemId,
      item,
      answer: given,
      truth,
      ruling: -1,
    },
  } satisfies GatheredAnswer
}

function accepted(submission: GatheredAnswer): GatheredVote[] {
  return PEOPLE.filter(who => who !== submission.opened.contributorId).map(who => ({
    row: { vote: { castAt: AT, isPaid: true, settledEpoch: null }, submission: submission.row.submission },
    cast: {
      id: `${submission.opened.id}-${who}` as VoteId,
      contributorId: who,
      ballotId: submission.opened.id,
      choice: 'accept',
      roundKind: 'review',
      planted: null,
      appeal: null,
      state: 'accepted',
    },
    isFinal: true,
  }))
}

const texts = PEOPLE.flatMap(who =>
  [1, 2, 3].map(n =>
    answer(`t-${who}-${n}`, who, `text-${who}-${n}`, textItem, { text: `You move out, ${who} ${n}.` }),
  ),
)
const checks = PEOPLE.flatMap(who =>
  [1, 2, 3, 4, 5, 6].map(n => {
    const truth = n % 2 === 0 ? 'a' : 'b'
    const other = truth === 'a' ? 'b' : 'a'
    const preferred = who === CARELESS ? other : truth
    return answer(`c-${who}-${n}`, who, `check-${n}`, pairItem, { preferred, shown: 'ab' }, truth)
  }),
)

function judged(answers: GatheredAnswer[]) {
  const campaign = {
    id: 'campaign' as CampaignId,
    skill: 'plain writing',
    krefPpm: 600_000,
    state: 'open' as const,
    price: TOKEN as Amount,
    votePrice: (TOKEN / 10n) as Amount,
    floorPerHour: (20n * TOKEN) as Amount,
    topUpCapBps: 20_000,
    usualSeconds: 60,
    measuredSeconds: null,
  }
  const votes = texts.flatMap(accepted)
  const clock = { cutOffAt: AT, maxHoldSeconds: 86_400, isFlush: true }
  const gathered = { campaigns: [{ campaign, answers, blank: [], votes }], past: new Map() }
  return judgeEpoch(gathered, clock, PLATFORM_DEFAULTS)
}

describe('a campaign that mixes kinds', () => {
  const orders: [string, GatheredAnswer[]][] = [
    ['the texts', [...texts, ...checks]],
    ['the comparisons', [...checks, ...texts]],
  ]

  it.each(orders)(
    'measures check questions by their truth and texts by their votes, with %s first',
    (_first, answers) => {
      const rows = judged(answers).campaigns[0]?.rows ?? []
      const of = (prefix: string) => rows.filter(row => row.submissionId?.startsWith(prefix))
      expect(of('t-')).toHaveLength(12)
      expect(of('c-')).toHaveLength(24)
      expect(new Set(of('t-').map(row => row.basis))).toEqual(new Set(['votes']))
      expect(new Set(of('c-').map(row => row.basis))).toEqual(new Set(['gold']))
      for (const row of of('t-')) expect(row.evidence.t).toBe(1_000_000)
      for (const row of of('c-')) expect(row.evidence.t > 500_000).toBe(row.contributorId !== CARELESS)
    },
  )

  it.each(orders)('finds who misses all check questions, with %s first', (_first, answers) => {
    expect(judged(answers).failing).toEqual([{ contributorId: CARELESS, skill: 'plain writing' }])
  })

  it('pays the same whichever comes first', () => {
    const sums = orders.map(([, answers]) => {
      const rows = judged(answers).campaigns[0]?.rows ?? []
      return Object.fromEntries(rows.map(row => [row.submissionId ?? row.voteId, row.pay]))
    })
    expect(sums[0]).toEqual(sums[1])
  })

  it('fits each kind apart, and kinds that cannot be compared not at all', () => {
    const tag = (n: number) => ({
      ...answer(`g-${n}`, 'ann' as ContributorId, `tag-${n}`, pairItem, { labels: ['money'] }).opened,
      item: { kind: 'tags' as const, ask: samples.tags.ask, content: samples.tags.item(n).content },
    })
    const all = [...texts, ...checks].map(one => one.opened)
    const problems = problemsOf([tag(1), ...all, tag(2)])
    expect(
      problems.map(problem => [problem.answers[0]?.item.kind, problem.answers.length, problem.input.classes]),
    ).toEqual([
      ['pairwise', 24, 5],
      ['tags', 2, 2],
    ])
  })
})
