// Solidity's `abi.encode` for the few types that leaves and headers are made of: 32-byte words, one string in front, arrays of words.
import { keccak } from './hash.ts'

/** 32 bytes as 0x and 64 lower-case hex digits. */
export type Hash = `0x${string}`
/** 20 bytes as 0x and 40 lower-case hex digits. */
export type Address = `0x${string}`

export const ZERO_HASH: Hash = `0x${'0'.repeat(64)}`

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))
const encoder = new TextEncoder()

/** UTF-8. Throws on half of a surrogate pair, which UTF-8 cannot carry and TextEncoder would silently replace. */
export function utf8(text: string): Uint8Array {
  if (!text.isWellFormed()) throw new TypeError('text holds half of a surrogate pair')
  return encoder.encode(text)
}

/** `0x` and 64 digits as character codes, filled anew for each hash: one flat string of 80 bytes, where joining digits keeps a rope of 1,200. */
const codes = Array.from({ length: 66 }, () => 0)
codes[0] = '0'.charCodeAt(0)
codes[1] = 'x'.charCodeAt(0)
const DIGIT = Array.from('0123456789abcdef', digit => digit.charCodeAt(0))

export function toHex(bytes: Uint8Array): Hash {
  if (bytes.length === 32) return hashHex(bytes)
  let hex = '0x'
  for (const byte of bytes) hex += HEX[byte]
  return hex as Hash
}

function hashHex(bytes: Uint8Array): Hash {
  for (let i = 0; i < 32; i++) {
    const byte = bytes[i] as number
    codes[2 + 2 * i] = DIGIT[byte >> 4] as number
    codes[3 + 2 * i] = DIGIT[byte & 15] as number
  }
  return String.fromCharCode.apply(null, codes) as Hash
}

export function isHash(value: unknown): value is Hash {
  return typeof value === 'string' && /^0x[0-9a-f]{64}$/.test(value)
}

export function isAddress(value: unknown): value is Address {
  return typeof value === 'string' && /^0x[0-9a-f]{40}$/.test(value)
}

/** Value of a hex digit by its character code; 255 where it is none. */
const NIBBLE = new Uint8Array(128).fill(255)
for (let i = 0; i < 16; i++) {
  NIBBLE[i.toString(16).charCodeAt(0)] = i
  NIBBLE[i.toString(16).toUpperCase().charCodeAt(0)] = i
}

/** Writes an even number of hex digits after 0x so that they end at `end`: left-padded, as addresses and numbers are. */
function writeHex(target: Uint8Array, end: number, hex: string): void {
  const start = end - (hex.length - 2) / 2
  for (let i = start; i < end; i++) {
    const at = 2 + 2 * (i - start)
    const high = NIBBLE[hex.charCodeAt(at)] ?? 255
    const low = NIBBLE[hex.charCodeAt(at + 1)] ?? 255
    if (high > 15 || low > 15) throw new TypeError(`not hex: ${hex.slice(0, 80)}`)
    target[i] = 16 * high + low
  }
}

/** A hash as its 32 bytes. Throws on anything that is not 0x and 64 hex digits. */
export function hashBytes(hash: string): Uint8Array {
  const bytes = new Uint8Array(32)
  writeHash(bytes, 0, hash)
  return bytes
}

/** The same into a buffer that is there already, from `offset`. */
export function writeHash(target: Uint8Array, offset: number, hash: string): void {
  if (hash.length !== 66) throw new TypeError(`not 32 bytes: ${hash.slice(0, 80)}`)
  writeHex(target, offset + 32, hash)
}

/** One ABI word: a number (two's complement below zero), a bytes32, or an address. */
export type Word = bigint | number | Hash | Address

export function writeWord(target: Uint8Array, offset: number, word: Word): void {
  if (typeof word === 'string') {
    if (word.length !== 66 && word.length !== 42) throw new TypeError(`neither 32 nor 20 bytes: ${word.slice(0, 80)}`)
    writeHex(target, offset + 32, word)
    return
  }
  const value = BigInt(word)
  if (value >= 1n << 256n || value < -(1n << 255n)) throw new RangeError('does not fit 256 bits')
  writeHex(target, offset + 32, `0x${BigInt.asUintN(256, value).toString(16).padStart(64, '0')}`)
}

/** `abi.encode` of static values. */
export function encodeWords(words: readonly Word[]): Uint8Array {
  const bytes = new Uint8Array(32 * words.length)
  for (let i = 0; i < words.length; i++) writeWord(bytes, 32 * i, words[i] as Word)
  return bytes
}

/** `abi.encode(string, ...words)`: the string's offset, the words, the string's length, the string padded to whole words. */
export function encodeTagged(tag: string, words: readonly Word[]): Uint8Array {
  const text = utf8(tag)
  const head = 32 * (words.length + 1)
  const bytes = new Uint8Array(head + 32 + 32 * Math.ceil(text.length / 32))
  writeWord(bytes, 0, head)
  for (let i = 0; i < words.length; i++) writeWord(bytes, 32 * (i + 1), words[i] as Word)
  writeWord(bytes, head, text.length)
  bytes.set(text, head + 32)
  return bytes
}

/** `abi.encode(bytes32[], uint256[])`. */
export function encodeArrays(first: readonly Word[], second: readonly Word[]): Uint8Array {
  return encodeWords([64, 96 + 32 * first.length, first.length, ...first, second.length, ...second])
}

export function hashWords(words: readonly Word[]): Hash {
  return toHex(keccak(encodeWords(words)))
}

export function hashText(text: string): Hash {
  return toHex(keccak(utf8(text)))
}
