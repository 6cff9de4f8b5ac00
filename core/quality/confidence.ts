// How sure an item is, from the answers at hand and what is known of who gave them: cheap enough to run after every answer.

export type WeightedVote = {
  class: number
  /** One-coin accuracy of the contributor, ppm. */
  accuracyPpm: number
}

export type Confidence = {
  /** Most likely class; the lowest one of several. Undefined without votes. */
  best: number | undefined
  /** Its probability, ppm. */
  confidencePpm: number
  posteriorPpm: number[]
}

/** Nobody is taken to be always right or always wrong. */
const LEAST = 0.01
const MOST = 0.99

/**
 * One-coin model with a flat class prior: a vote weighs log(a (K - 1) / (1 - a)). The prior stays flat because an estimated one runs away on few
 * answers. Independent errors are assumed, so the figure is over-confident where people err together: calibrate on gold before promising it.
 */
export function confidenceOf(votes: readonly WeightedVote[], classCount: number): Confidence {
  if (classCount < 2) throw new RangeError('fewer than two classes')
  const logs = Array.from({ length: classCount }, () => 0)
  for (const vote of votes) {
    const log = logs[vote.class]
    if (log === undefined) throw new RangeError(`class ${vote.class}`)
    const accuracy = Math.min(MOST, Math.max(LEAST, vote.accuracyPpm / 1_000_000))
    logs[vote.class] = log + Math.log((accuracy * (classCount - 1)) / (1 - accuracy))
  }
  const most = Math.max(...logs)
  const weights = logs.map(log => Math.exp(log - most))
  const sum = weights.reduce((total, weight) => total + weight, 0)
  const posteriorPpm = weights.map(weight => Math.floor((weight / sum) * 1_000_000 + 0.5))
  const confidencePpm = Math.max(...posteriorPpm)
  return { best: votes.length === 0 ? undefined : logs.indexOf(most), confidencePpm, posteriorPpm }
}
