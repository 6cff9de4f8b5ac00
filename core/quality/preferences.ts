// Bradley-Terry strengths from comparisons, by the MM algorithm (Hunter 2004), with a prior that keeps undefeated items finite and joins
// groups that were never compared: every item has also won and lost `prior` comparisons against one of strength 1.

/** Comparison k: `first[k]` against `second[k]`; `outcome[k]` is 1 when the first won, 0 when the second did, 0.5 for a tie. */
export type PreferenceInput = {
  items: number
  first: Int32Array
  second: Int32Array
  outcome: Float64Array
  /** Undefined: every comparison weighs 1. */
  weight?: Float64Array | undefined
}

export type PreferenceOptions = { prior?: number; maxPasses?: number; tolerance?: number }

export type PreferenceFit = {
  /** Logarithm of each item's strength; 0 is the strength of the prior's opponent. */
  logStrength: Float64Array
  passes: number
  hasConverged: boolean
}

/** Opponents of item i: `opponent[start[i]] .. opponent[start[i + 1] - 1]`, each once, with the number of comparisons. */
type Schedule = { start: Int32Array; opponent: Int32Array; played: Float64Array; won: Float64Array }

/** Deterministic. Memory is per compared pair, not per possible pair. Throws RangeError on items out of range or compared with themselves. */
export function fitPreferences(input: PreferenceInput, options: PreferenceOptions = {}): PreferenceFit {
  const { prior = 1, maxPasses = 10_000, tolerance = 1e-8 } = options
  if (prior <= 0) throw new RangeError('without a prior an undefeated item has no strength')
  const schedule = scheduleOf(input)
  const groups = groupsOf(schedule)
  const strength = new Float64Array(input.items).fill(1)
  let passes = 0
  let hasConverged = input.items === 0
  while (passes < maxPasses && !hasConverged) {
    const change = Math.max(improve(strength, schedule, prior), level(strength, groups))
    hasConverged = change <= tolerance
    passes++
  }
  return { logStrength: strength.map(Math.log), passes, hasConverged }
}

/** P(first beats second), a tie counted as half a win each. */
export function winProbability(fit: PreferenceFit, first: number, second: number): number {
  return 1 / (1 + Math.exp(fit.logStrength[second]! - fit.logStrength[first]!))
}

/** One pass over all items in place (each uses what the earlier ones have just become); returns the largest relative change. */
function improve(strength: Float64Array, { start, opponent, played, won }: Schedule, prior: number): number {
  let change = 0
  for (let i = 0; i < strength.length; i++) {
    const own = strength[i]!
    let sum = (2 * prior) / (own + 1)
    for (let x = start[i]!; x < start[i + 1]!; x++) sum += played[x]! / (own + strength[opponent[x]!]!)
    const next = (won[i]! + prior) / sum
    change = Math.max(change, Math.abs(next - own) / own)
    strength[i] = next
  }
  return change
}

/**
 * Comparisons say nothing about the level of a whole group of compared items, only the prior does, and the passes alone creep there. At the
 * solution p / (1 + p) sums to half the group's size; one Newton step per group and pass toward that. Returns the largest relative change.
 */
function level(strength: Float64Array, { group, count }: Groups): number {
  const size = new Float64Array(count)
  const sum = new Float64Array(count)
  const slope = new Float64Array(count)
  for (let i = 0; i < strength.length; i++) {
    const share = strength[i]! / (1 + strength[i]!)
    size[group[i]!]! += 1
    sum[group[i]!]! += share
    slope[group[i]!]! += share * (1 - share)
  }
  const factor = size.map((n, g) => Math.exp(Math.min(1, Math.max(-1, (n / 2 - sum[g]!) / slope[g]!))))
  let change = 0
  for (let i = 0; i < strength.length; i++) strength[i]! *= factor[group[i]!]!
  for (const value of factor) change = Math.max(change, Math.abs(value - 1))
  return change
}

/** Connected items carry the same number below `count`. */
type Groups = { group: Int32Array; count: number }

function groupsOf({ start, opponent }: Schedule): Groups {
  const items = start.length - 1
  const group = new Int32Array(items).fill(-1)
  let count = 0
  for (let seed = 0; seed < items; seed++) {
    if (group[seed] !== -1) continue
    const open = [seed]
    group[seed] = count
    for (let i = open.pop(); i !== undefined; i = open.pop()) {
      for (let x = start[i]!; x < start[i + 1]!; x++) {
        const other = opponent[x]!
        if (group[other] !== -1) continue
        group[other] = count
        open.push(other)
      }
    }
    count++
  }
  return { group, count }
}

function scheduleOf({ items, first, second, outcome, weight }: PreferenceInput): Schedule {
  const count = first.length
  if (second.length !== count || outcome.length !== count) throw new RangeError('comparisons of unequal length')
  const keys = new Float64Array(2 * count)
  const won = new Float64Array(items)
  for (let k = 0; k < count; k++) {
    const [a, b, share, times] = [first[k]!, second[k]!, outcome[k]!, weight?.[k] ?? 1]
    if (a === b || a < 0 || b < 0 || a >= items || b >= items) throw new RangeError(`items of comparison ${k}`)
    if (!(share >= 0 && share <= 1)) throw new RangeError(`outcome of comparison ${k}`)
    won[a]! += share * times
    won[b]! += (1 - share) * times
    keys[2 * k] = a * items + b
    keys[2 * k + 1] = b * items + a
  }
  const sorted = keys.slice().sort()
  const unique = sorted.filter((key, x) => x === 0 || key !== sorted[x - 1])
  const start = new Int32Array(items + 1)
  for (const key of unique) start[Math.floor(key / items) + 1]! += 1
  for (let i = 0; i < items; i++) start[i + 1]! += start[i]!
  const played = new Float64Array(unique.length)
  for (let x = 0; x < keys.length; x++) {
    const place = placeOf(unique, keys[x]!)
    played[place]! += weight?.[x >> 1] ?? 1
  }
  return { start, opponent: Int32Array.from(unique, key => key % items), played, won }
}

/** Index of a value that is in the sorted list. */
function placeOf(sorted: Float64Array, value: number): number {
  let low = 0
  let high = sorted.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! < value) low = middle + 1
    else high = middle
  }
  return low
}
