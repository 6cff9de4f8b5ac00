// Likeness of texts without keeping them readable: a keyed MinHash (Broder 1997) made when the text is written. Pure.

const PERMUTATIONS = 32
const SHINGLE = 5

/**
 * 32 minima of 16 bits over the text's 5-character shingles, hex. The share of equal positions estimates the Jaccard
 * likeness of two texts; without the key a sketch tells nothing.
 */
export function sketchOf(text: string, keyedHash: (text: string) => string): string {
  const plain = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  const shingles = new Set<string>()
  for (let start = 0; start + SHINGLE <= plain.length; start++) shingles.add(plain.slice(start, start + SHINGLE))
  if (shingles.size === 0) shingles.add(plain)
  const minima = new Uint16Array(PERMUTATIONS).fill(0xffff)
  for (const shingle of shingles) {
    // 32 bytes of HMAC are sixteen 16-bit values; a second pass, rotated, gives the other sixteen.
    const bytes = Buffer.from(keyedHash(shingle), 'hex')
    for (let i = 0; i < PERMUTATIONS; i++) {
      const value =
        i < 16 ? bytes.readUInt16BE(2 * i) : (bytes.readUInt16BE(2 * (i - 16)) * 40503 + i * 2654435) & 0xffff
      if (value < (minima[i] as number)) minima[i] = value
    }
  }
  return [...minima].map(value => value.toString(16).padStart(4, '0')).join('')
}

/** Estimated Jaccard likeness of two sketched texts, in [0, 1]. */
export function likeness(one: string, other: string): number {
  let same = 0
  for (let i = 0; i < PERMUTATIONS; i++) {
    if (one.slice(4 * i, 4 * i + 4) === other.slice(4 * i, 4 * i + 4)) same++
  }
  return same / PERMUTATIONS
}
