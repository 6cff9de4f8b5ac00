// MP4 and M4A (ISO 14496-12): boxes that tell of the maker become empty boxes of the same length, so that nothing moves. Times of making
// are set to zero. A track that is neither sound, picture nor subtitles (where a phone was, what a camera measured) is emptied too.
import { demand, type Stripped, secondsOf } from './container.ts'

type Box = { type: string; at: number; bodyAt: number; end: number }

const PARENTS = new Set(['moov', 'trak', 'mdia', 'minf', 'stbl', 'moof', 'traf', 'edts', 'dinf'])
const TOLD = new Set(['udta', 'meta', 'uuid'])
const SHOWN = new Set(['soun', 'vide', 'text', 'sbtl', 'subt', 'clcp'])

export function stripMp4(given: Buffer): Stripped {
  const bytes = Buffer.from(given)
  const top = boxesIn(bytes, 0, bytes.length)
  const moov = top.find(box => box.type === 'moov')
  demand(moov !== undefined, 'an MP4 with its index (moov)')
  for (const box of top) empty(bytes, box)
  const tracks = boxesIn(bytes, moov.bodyAt, moov.end).filter(box => box.type === 'trak')
  const shown = tracks.filter(track => {
    if (SHOWN.has(handlerOf(bytes, track))) return true
    demand(!top.some(box => box.type === 'moof'), 'an MP4 without tracks of data in fragments')
    clearSamples(bytes, track)
    blank(bytes, track)
    return false
  })
  demand(shown.length > 0, 'an MP4 with sound or a picture in it')
  const head = boxesIn(bytes, moov.bodyAt, moov.end).find(box => box.type === 'mvhd')
  const times = head === undefined ? undefined : clearTimes(bytes, head, 'mvhd')
  for (const track of shown) {
    for (const name of ['tkhd', 'mdhd']) {
      const box = find(bytes, track, name === 'tkhd' ? ['tkhd'] : ['mdia', 'mdhd'])
      if (box !== undefined) clearTimes(bytes, box, name)
    }
  }
  return { bytes, ...sizeOf(bytes, shown), ...secondsOf(times ?? Number.NaN) }
}

export function hasPicture(bytes: Buffer): boolean {
  const moov = boxesIn(bytes, 0, bytes.length).find(box => box.type === 'moov')
  if (moov === undefined) return true
  const tracks = boxesIn(bytes, moov.bodyAt, moov.end).filter(box => box.type === 'trak')
  return tracks.some(track => handlerOf(bytes, track) === 'vide')
}

function boxesIn(bytes: Buffer, from: number, to: number): Box[] {
  const boxes: Box[] = []
  for (let at = from; at + 8 <= to; ) {
    const short = bytes.readUInt32BE(at)
    const isLong = short === 1
    demand(!isLong || at + 16 <= to, 'an MP4 whose boxes are whole')
    const length = isLong ? Number(bytes.readBigUInt64BE(at + 8)) : short === 0 ? to - at : short
    const bodyAt = at + (isLong ? 16 : 8)
    demand(at + length <= to && at + length >= bodyAt, 'an MP4 whose boxes are whole')
    boxes.push({ type: bytes.toString('latin1', at + 4, at + 8), at, bodyAt, end: at + length })
    at += length
  }
  return boxes
}

function find(bytes: Buffer, box: Box, path: string[]): Box | undefined {
  return path.reduce<Box | undefined>(
    (inside, name) => inside && boxesIn(bytes, inside.bodyAt, inside.end).find(one => one.type === name),
    box,
  )
}

/** Empties what tells, down through the boxes that hold others. */
function empty(bytes: Buffer, box: Box): void {
  if (TOLD.has(box.type)) {
    blank(bytes, box)
    return
  }
  if (box.type === 'free' || box.type === 'skip') bytes.fill(0, box.bodyAt, box.end)
  if (!PARENTS.has(box.type)) return
  for (const inner of boxesIn(bytes, box.bodyAt, box.end)) empty(bytes, inner)
}

function blank(bytes: Buffer, box: Box): void {
  bytes.write('free', box.at + 4, 'latin1')
  bytes.fill(0, box.bodyAt, box.end)
}

function handlerOf(bytes: Buffer, track: Box): string {
  const handler = find(bytes, track, ['mdia', 'hdlr'])
  return handler === undefined ? '' : bytes.toString('latin1', handler.bodyAt + 8, handler.bodyAt + 12)
}

/** Sets the times of making and changing to zero; answers the length in seconds. */
function clearTimes(bytes: Buffer, box: Box, name: string): number {
  const isLong = bytes[box.bodyAt] === 1
  const width = isLong ? 8 : 4
  const at = box.bodyAt + 4
  demand(at + 2 * width + 8 + width <= box.end, `an MP4 whose ${name} is whole`)
  bytes.fill(0, at, at + 2 * width)
  if (name !== 'mvhd') return Number.NaN
  const scale = bytes.readUInt32BE(at + 2 * width)
  const length = isLong ? Number(bytes.readBigUInt64BE(at + 2 * width + 4)) : bytes.readUInt32BE(at + 2 * width + 4)
  return length / scale
}

function sizeOf(bytes: Buffer, tracks: Box[]): { width?: number; height?: number } {
  const picture = tracks.find(track => handlerOf(bytes, track) === 'vide')
  const head = picture && find(bytes, picture, ['tkhd'])
  if (head === undefined || head.end - head.bodyAt < 84) return {}
  const [width, height] = [bytes.readUInt32BE(head.end - 8) >>> 16, bytes.readUInt32BE(head.end - 4) >>> 16]
  return width > 0 && height > 0 ? { width, height } : {}
}

/** Overwrites what a track holds: its samples lie in chunks, named by three tables of its `stbl`. */
function clearSamples(bytes: Buffer, track: Box): void {
  const table = find(bytes, track, ['mdia', 'minf', 'stbl'])
  if (table === undefined) return
  const boxes = boxesIn(bytes, table.bodyAt, table.end)
  const body = (name: string) => boxes.find(box => box.type === name)
  const [sizes, runs] = [body('stsz'), body('stsc')]
  const offsets = body('stco') ?? body('co64')
  if (sizes === undefined || runs === undefined || offsets === undefined) return
  const count = (box: Box) => bytes.readUInt32BE(box.bodyAt + 4)
  const word = (box: Box, at: number) => {
    demand(box.bodyAt + at + 4 <= box.end, 'an MP4 whose tables are whole')
    return bytes.readUInt32BE(box.bodyAt + at)
  }
  const common = word(sizes, 4)
  const sizeOfSample = (sample: number) => (common > 0 ? common : word(sizes, 12 + 4 * sample))
  let [sample, run] = [0, 0]
  const samples = word(sizes, 8)
  for (let chunk = 1; chunk <= count(offsets) && sample < samples; chunk++) {
    while (run + 1 < count(runs) && word(runs, 8 + 12 * (run + 1)) <= chunk) run += 1
    let at =
      offsets.type === 'stco'
        ? word(offsets, 8 + 4 * (chunk - 1))
        : word(offsets, 8 + 8 * (chunk - 1)) * 2 ** 32 + word(offsets, 12 + 8 * (chunk - 1))
    for (let left = word(runs, 12 + 12 * run); left > 0 && sample < samples; left--) {
      const end = at + sizeOfSample(sample++)
      demand(end <= bytes.length, 'an MP4 whose samples lie in the file')
      bytes.fill(0, at, end)
      at = end
    }
  }
}
