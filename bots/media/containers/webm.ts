// WebM (Matroska, RFC 9559): tags, attachments, title, date and file names become empty elements of the same length, so that nothing
// moves. Which programs wrote it stays: the format demands it.
import { demand, type Stripped, secondsOf } from './container.ts'

type Element = { id: number; at: number; bodyAt: number; end: number; isOpen: boolean }

const [SEGMENT, CLUSTER, INFO, TRACKS, ENTRY, VIDEO] = [0x18538067, 0x1f43b675, 0x1549a966, 0x1654ae6b, 0xae, 0xe0]
const TAGS = 0x1254c367
const TOP = new Set([CLUSTER, INFO, TRACKS, TAGS, 0x1941a469, 0x114d9b74, 0x1c53bb6b, 0x1043a770])
/** Tags, attachments, chapters' names; of the info: title, date, this, the previous and the next file's name. */
const TOLD = new Set([TAGS, 0x1941a469, 0x1043a770, 0x7ba9, 0x4461, 0x7384, 0x3c83ab, 0x3e83bb])
const [SCALE, LENGTH, WIDTH, HEIGHT, VOID] = [0x2ad7b1, 0x4489, 0xb0, 0xba, 0xec]

export function isWebm(bytes: Buffer): boolean {
  return bytes.length > 4 && bytes.readUInt32BE(0) === 0x1a45dfa3 && bytes.subarray(0, 64).includes('webm')
}

export function stripWebm(given: Buffer): Stripped {
  const bytes = Buffer.from(given)
  const segment = elementsIn(bytes, 0, bytes.length).find(one => one.id === SEGMENT)
  demand(segment !== undefined, 'a WebM with its segment')
  let [scale, length, width, height] = [1_000_000, Number.NaN, 0, 0]
  for (const part of elementsIn(bytes, segment.bodyAt, segment.end)) {
    if (part.id === INFO) {
      for (const one of elementsIn(bytes, part.bodyAt, part.end)) {
        if (one.id === SCALE) scale = whole(bytes, one)
        if (one.id === LENGTH) length = floating(bytes, one)
        if (TOLD.has(one.id)) blank(bytes, one)
      }
    }
    if (part.id === TRACKS) [width, height] = sizeIn(bytes, part)
    if (TOLD.has(part.id)) blank(bytes, part)
  }
  return {
    bytes,
    ...(width > 0 && height > 0 ? { width, height } : {}),
    ...secondsOf((length * scale) / 1e9),
  }
}

export function hasPicture(bytes: Buffer): boolean {
  const segment = elementsIn(bytes, 0, bytes.length).find(one => one.id === SEGMENT)
  if (segment === undefined) return true
  const tracks = elementsIn(bytes, segment.bodyAt, segment.end).find(one => one.id === TRACKS)
  return tracks === undefined || sizeIn(bytes, tracks)[0] > 0
}

function sizeIn(bytes: Buffer, tracks: Element): [number, number] {
  for (const entry of elementsIn(bytes, tracks.bodyAt, tracks.end).filter(one => one.id === ENTRY)) {
    const video = elementsIn(bytes, entry.bodyAt, entry.end).find(one => one.id === VIDEO)
    if (video === undefined) continue
    const inside = elementsIn(bytes, video.bodyAt, video.end)
    const [width, height] = [WIDTH, HEIGHT].map(id => inside.find(one => one.id === id))
    if (width !== undefined && height !== undefined) return [whole(bytes, width), whole(bytes, height)]
  }
  return [0, 0]
}

function elementsIn(bytes: Buffer, from: number, to: number): Element[] {
  const elements: Element[] = []
  for (let at = from; at < to; ) {
    const id = number(bytes, at, to, true)
    const size = number(bytes, at + id.width, to, false)
    const bodyAt = at + id.width + size.width
    // A length of only ones: written while it was recorded, it goes on to the next element of its parent.
    const end = size.isOpen ? (id.value === SEGMENT ? to : endOfOpen(bytes, bodyAt, to)) : bodyAt + size.value
    demand(end <= to, 'a WebM whose elements are whole')
    elements.push({ id: id.value, at, bodyAt, end, isOpen: size.isOpen })
    at = end
  }
  return elements
}

/** An open cluster ends where an element begins that cannot stand in it. */
function endOfOpen(bytes: Buffer, from: number, to: number): number {
  let at = from
  while (at < to) {
    const id = number(bytes, at, to, true)
    if (TOP.has(id.value)) return at
    const size = number(bytes, at + id.width, to, false)
    demand(!size.isOpen, 'a WebM whose clusters are whole')
    at += id.width + size.width + size.value
  }
  return at
}

/** A number of variable length; an id keeps its mark of length. */
function number(
  bytes: Buffer,
  at: number,
  to: number,
  isId: boolean,
): { value: number; width: number; isOpen: boolean } {
  const first = bytes[at]
  demand(first !== undefined && first > 0 && at < to, 'a WebM whose elements are whole')
  const width = Math.clz32(first) - 23
  demand(width <= (isId ? 4 : 8) && at + width <= to, 'a WebM whose elements are whole')
  let value = isId ? first : first & (0xff >> width)
  let isOpen = !isId && value === 0xff >> width
  for (let next = 1; next < width; next++) {
    const byte = bytes[at + next] as number
    value = value * 256 + byte
    isOpen &&= byte === 0xff
  }
  return { value, width, isOpen }
}

function whole(bytes: Buffer, { bodyAt, end }: Element): number {
  return end > bodyAt && end - bodyAt <= 6 ? bytes.readUIntBE(bodyAt, end - bodyAt) : 0
}

function floating(bytes: Buffer, { bodyAt, end }: Element): number {
  if (end - bodyAt === 8) return bytes.readDoubleBE(bodyAt)
  return end - bodyAt === 4 ? bytes.readFloatBE(bodyAt) : Number.NaN
}

/** An empty element over the whole of another: its own head is one byte, and the rest of the old head becomes its length. */
function blank(bytes: Buffer, { at, end, isOpen }: Element): void {
  demand(!isOpen, 'a WebM whose tags are whole')
  const length = end - at
  // The head takes 1 + n bytes, n chosen so that the length fits; eight always do where there is room for them.
  const n = length >= 10 ? 8 : 1
  bytes.fill(0, at, end)
  bytes[at] = VOID
  const body = length - 1 - n
  if (n === 1) bytes[at + 1] = 0x80 | body
  else {
    bytes.writeBigUInt64BE(BigInt(body), at + 1)
    bytes[at + 1] = 0x01
  }
}
