// Randomness that can be repeated: a seed gives a stream, and a name of several parts gives a stream of its own.

/** mulberry32: small, seeded, good enough to vary a simulation; not for anything secret. Numbers in [0, 1). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/**
 * A stream that depends on these parts alone: what somebody says to an item is then the same in whatever order people come.
 * FNV-1a, then murmur3's finaliser, since names that differ in one digit must not give streams that are alike.
 */
export function drawsOf(...parts: readonly (string | number)[]): () => number {
  let hash = 0x811c9dc5
  for (const char of parts.join('\u001f')) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return seededRandom(hash ^ (hash >>> 16))
}

/** One of these things, each as likely. */
export function pick<T>(things: readonly T[], random: () => number): T {
  const thing = things[Math.floor(random() * things.length)]
  if (thing === undefined) throw new Error('bug: a pick from nothing')
  return thing
}

/** Fisher and Yates; the given list stays as it is. */
export function shuffled<T>(things: readonly T[], random: () => number): T[] {
  const mixed = [...things]
  for (let last = mixed.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1))
    ;[mixed[last], mixed[other]] = [mixed[other] as T, mixed[last] as T]
  }
  return mixed
}
