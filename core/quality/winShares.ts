// How often each candidate is preferred to those it was compared with, and how far that can be trusted: for a chart, not for pay.

/** One comparison on item `item`: `outcome` is 1 when `first` won, 0 when `second` did, 0.5 for a tie. */
export type Comparison = { item: number; first: string; second: string; outcome: number }

/** Of 1, in the order in which candidates first came; `items` is how many items compared this one. */
export type WinShare = { candidate: string; share: number; low: number; high: number; items: number }

/** 95 % of a normal distribution lie within so many standard deviations. */
const Z = 1.96

/**
 * The share is the mean over items of the candidate's mean outcome there. The interval is Wilson's score interval (E. B. Wilson,
 * JASA 22, 1927) with items counted, not answers: answers to one item depend on one another, and a ranking's pairs even more.
 */
export function winShares(comparisons: readonly Comparison[]): WinShare[] {
  const byCandidate = new Map<string, Map<number, { sum: number; count: number }>>()
  const add = (candidate: string, item: number, outcome: number) => {
    const items = byCandidate.get(candidate) ?? new Map<number, { sum: number; count: number }>()
    byCandidate.set(candidate, items)
    const so = items.get(item) ?? { sum: 0, count: 0 }
    items.set(item, { sum: so.sum + outcome, count: so.count + 1 })
  }
  for (const { item, first, second, outcome } of comparisons) {
    if (!(outcome >= 0 && outcome <= 1)) throw new RangeError('an outcome is within [0, 1]')
    add(first, item, outcome)
    add(second, item, 1 - outcome)
  }
  return [...byCandidate].map(([candidate, items]) => {
    const n = items.size
    const share = [...items.values()].reduce((total, { sum, count }) => total + sum / count, 0) / n
    return { candidate, share, ...wilson(share, n), items: n }
  })
}

function wilson(share: number, n: number): { low: number; high: number } {
  const spread = Z ** 2 / n
  const middle = (share + spread / 2) / (1 + spread)
  const half = (Z / (1 + spread)) * Math.sqrt((share * (1 - share)) / n + spread / (4 * n))
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) }
}
