// What the same answers would have earned by two simpler rules, beside what they did earn. Pure.

export type PaidAnswer = { item: string; isUninformative: boolean; label: string; pay: bigint }

/** Shares of the money, in four places, that went to people who say nothing about the items. */
export type BadShares = { paid: number; flatMajority: number; equalSplit: number }

const MAJORITY_OF = 5

/** `answers` to live items, in the order in which they were sent. */
export function badSharesOf(answers: readonly PaidAnswer[]): BadShares {
  const flat = flatMajority(answers)
  return {
    paid: badShare(answers, answer => Number(answer.pay / 10n ** 12n)),
    flatMajority: badShare(answers, answer => (flat.has(answer) ? 1 : 0)),
    equalSplit: badShare(answers, () => 1),
  }
}

/** One price for each answer that went with the majority of the first five to its item; level ones are all paid. */
function flatMajority(answers: readonly PaidAnswer[]): Set<PaidAnswer> {
  const paid = new Set<PaidAnswer>()
  for (const given of Map.groupBy(answers, answer => answer.item).values()) {
    const first = given.slice(0, MAJORITY_OF)
    const counts = Map.groupBy(first, answer => answer.label)
    const most = Math.max(...[...counts.values()].map(same => same.length))
    for (const answer of first) if (counts.get(answer.label)?.length === most) paid.add(answer)
  }
  return paid
}

function badShare(answers: readonly PaidAnswer[], worth: (answer: PaidAnswer) => number): number {
  const sum = (some: readonly PaidAnswer[]) => some.reduce((total, answer) => total + worth(answer), 0)
  const all = sum(answers)
  return all === 0 ? 0 : Math.round((sum(answers.filter(one => one.isUninformative)) / all) * 10_000) / 10_000
}
