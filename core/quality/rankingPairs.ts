// A ranking as the comparisons that it implies, so that rankings use the same inference as labels.

export const BEFORE = 0
export const AFTER = 1
export const TIE = 2

/** Number of unordered pairs of n outputs. */
export function pairCount(outputs: number): number {
  return (outputs * (outputs - 1)) / 2
}

/**
 * Class of every pair (i, j), i < j, in the order (0,1), (0,2), ... (1,2), ...: BEFORE when i is ranked better than j. `ranks[i]` is the place of
 * output i, smaller is better, equal is a tie.
 */
export function impliedPairs(ranks: readonly number[]): Int32Array {
  const pairs = new Int32Array(pairCount(ranks.length))
  let next = 0
  for (let i = 0; i < ranks.length; i++) {
    for (let j = i + 1; j < ranks.length; j++) {
      const [first, second] = [ranks[i] as number, ranks[j] as number]
      pairs[next++] = first < second ? BEFORE : first > second ? AFTER : TIE
    }
  }
  return pairs
}

export type RankingRow = { item: number; contributor: number; ranks: readonly number[] }

/** Rankings of `outputs` outputs each as a label problem: item i's pair p becomes item i * pairCount + p. `rowOf` leads parts back to rows. */
export function pairProblem(rankings: readonly RankingRow[], outputs: number) {
  const pairs = pairCount(outputs)
  const count = rankings.length * pairs
  const problem = {
    classes: 3,
    itemIndex: new Int32Array(count),
    contributorIndex: new Int32Array(count),
    label: new Int32Array(count),
    rowOf: new Int32Array(count),
  }
  rankings.forEach((ranking, row) => {
    if (ranking.ranks.length !== outputs) throw new RangeError(`ranking ${row} has ${ranking.ranks.length} places`)
    impliedPairs(ranking.ranks).forEach((label, p) => {
      const k = row * pairs + p
      problem.itemIndex[k] = ranking.item * pairs + p
      problem.contributorIndex[k] = ranking.contributor
      problem.label[k] = label
      problem.rowOf[k] = row
    })
  })
  return problem
}
