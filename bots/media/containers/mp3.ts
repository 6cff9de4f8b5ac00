// MP3 (MPEG-1, 2 and 2.5, layer III): the frames of sound stay; ID3 before them, and ID3, APE and lyrics behind them go.
import { demand, type Stripped, secondsOf } from './container.ts'

const RATES = [44_100, 48_000, 32_000]
const KBITS = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320]
const KBITS_LOW = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160]

/** Length in bytes and seconds of the frame at a place; undefined where none begins. */
function frameAt(bytes: Buffer, at: number): { length: number; seconds: number } | undefined {
  if (at + 4 > bytes.length) return undefined
  const head = bytes.readUInt32BE(at)
  if (head >>> 21 !== 0x7ff) return undefined
  const version = (head >>> 19) & 3
  const [layer, bitrate, rate] = [(head >>> 17) & 3, (head >>> 12) & 15, (head >>> 10) & 3]
  if (version === 1 || layer !== 1 || bitrate === 0 || bitrate === 15 || rate === 3) return undefined
  const isFirst = version === 3
  const hertz = (RATES[rate] as number) / (isFirst ? 1 : version === 2 ? 2 : 4)
  const kbits = (isFirst ? KBITS : KBITS_LOW)[bitrate] as number
  const samples = isFirst ? 1152 : 576
  const length = Math.floor((samples / 8) * ((kbits * 1000) / hertz)) + ((head >>> 9) & 1)
  return { length, seconds: samples / hertz }
}

/** Where sound begins: past all ID3v2 tags. Their sizes leave out the eighth bit of each byte. */
export function startOfMp3(bytes: Buffer): number {
  let at = 0
  while (at + 10 <= bytes.length && bytes.toString('latin1', at, at + 3) === 'ID3') {
    const size = [6, 7, 8, 9].reduce((sum, place) => sum * 128 + ((bytes[at + place] as number) & 0x7f), 0)
    at += 10 + size + ((bytes[at + 5] as number) & 0x10 ? 10 : 0)
  }
  // Some programs pad with zeros behind their tag.
  while (bytes[at] === 0 && at < bytes.length) at += 1
  return at
}

export function isMp3(bytes: Buffer): boolean {
  const at = startOfMp3(bytes)
  const first = frameAt(bytes, at)
  if (first === undefined) return false
  return at + first.length >= bytes.length || frameAt(bytes, at + first.length) !== undefined
}

/** Frames one behind the other; what stands between or behind them is no sound, so tags are never looked for by name. */
export function stripMp3(bytes: Buffer): Stripped {
  const kept: Buffer[] = []
  let seconds = 0
  for (let at = startOfMp3(bytes); at < bytes.length; ) {
    const frame = frameAt(bytes, at)
    if (frame !== undefined && at + frame.length <= bytes.length) {
      kept.push(bytes.subarray(at, at + frame.length))
      seconds += frame.seconds
      at += frame.length
      continue
    }
    const next = nextFrame(bytes, at + 1)
    if (next === undefined) break
    at = next
  }
  demand(kept.length > 0, 'an MP3 with sound in it')
  return { bytes: Buffer.concat(kept), ...secondsOf(seconds) }
}

/** Two frames in a row, lest bytes of a tag be taken for sound. */
function nextFrame(bytes: Buffer, from: number): number | undefined {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const frame = frameAt(bytes, at)
    if (frame !== undefined && frameAt(bytes, at + frame.length) !== undefined) return at
  }
  return undefined
}
