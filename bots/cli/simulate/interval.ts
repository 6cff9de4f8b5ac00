// A figure over several seeds: its mean, and where the mean lies with 95 %. Pure.

export type Interval = { mean: number; low: number; high: number }

/** Student's t for 95 %, by degrees of freedom from 1 on; beyond the list the normal distribution is near enough. */
const T = [
  12.71, 4.3, 3.18, 2.78, 2.57, 2.45, 2.36, 2.31, 2.26, 2.23, 2.2, 2.18, 2.16, 2.14, 2.13, 2.12, 2.11, 2.1, 2.09,
]

/** One value has no spread: its interval is itself. Four decimals. */
export function intervalOf(values: readonly number[]): Interval {
  const count = values.length
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, count)
  const spread = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, count - 1)
  const half = count < 2 ? 0 : (T[count - 2] ?? 1.96) * Math.sqrt(spread / count)
  const round = (value: number) => Math.round(value * 10_000) / 10_000
  return { mean: round(mean), low: round(mean - half), high: round(mean + half) }
}
