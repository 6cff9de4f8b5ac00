// JPEG (ITU T.81 with JFIF and Adobe's segment): what decodes the picture stays, and how it is turned. EXIF, XMP, IPTC, comments,
// thumbnails and whatever hangs behind the end (second pictures, films) go. An ICC profile stays: without it the colours are others.
import { demand, type Stripped } from './container.ts'

const [SOI, EOI, SOS] = [0xd8, 0xd9, 0xda]
/** Starts of a frame; C4, C8 and CC among them are tables. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
const standsAlone = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)

export function stripJpeg(bytes: Buffer): Stripped {
  const kept: Buffer[] = []
  let [at, width, height, turn, isScanned] = [2, 0, 0, 1, false]
  for (;;) {
    demand(bytes[at] === 0xff, `a JPEG with a marker at byte ${at}`)
    while (bytes[at + 1] === 0xff) at += 1
    const marker = bytes[at + 1]
    demand(marker !== undefined, 'a JPEG with its end')
    if (marker === EOI) break
    if (standsAlone(marker)) {
      at += 2
      continue
    }
    demand(at + 4 <= bytes.length && bytes.readUInt16BE(at + 2) >= 2, 'a JPEG whose segments are whole')
    const end = at + 2 + bytes.readUInt16BE(at + 2)
    demand(end <= bytes.length, 'a JPEG whose segments are whole')
    const body = bytes.subarray(at + 4, end)
    if (isFrame(marker)) {
      demand(body.length >= 6, 'a JPEG with its size')
      ;[height, width] = [body.readUInt16BE(1), body.readUInt16BE(3)]
    }
    if (marker === 0xe1) turn = Math.max(turn, turnIn(body))
    const kind = keptSegment(marker, body)
    if (kind !== undefined) kept.push(segment(marker, kind))
    at = end
    if (marker !== SOS) continue
    isScanned = true
    const stop = endOfScan(bytes, at)
    kept.push(bytes.subarray(at, stop))
    at = stop
  }
  demand(isScanned && width > 0 && height > 0, 'a JPEG with a picture in it')
  const isTurned = turn > 1 && turn <= 8
  const head = isTurned ? [segment(0xe1, onlyTurn(turn))] : []
  const whole = Buffer.concat([Buffer.from([0xff, SOI]), ...head, ...kept, Buffer.from([0xff, EOI])])
  const isSideways = isTurned && turn >= 5
  return {
    bytes: whole,
    width: isSideways ? height : width,
    height: isSideways ? width : height,
    ...(isTurned ? { turn } : {}),
  }
}

/** What stays of a segment; undefined for one that goes. */
function keptSegment(marker: number, body: Buffer): Buffer | undefined {
  const isApp = marker >= 0xe0 && marker <= 0xef
  if (!isApp) return marker === 0xfe ? undefined : body
  const starts = (text: string) => body.toString('latin1', 0, text.length) === text
  if (marker === 0xe0 && starts('JFIF\0') && body.length >= 14) {
    // Density stays, the thumbnail goes.
    return Buffer.concat([body.subarray(0, 12), Buffer.from([0, 0])])
  }
  if (marker === 0xe2 && starts('ICC_PROFILE\0')) return body
  return marker === 0xee && starts('Adobe') ? body : undefined
}

function segment(marker: number, body: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}

/** Where the coded picture stops: at the first marker that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = from; ; at += 2) {
    at = bytes.indexOf(0xff, at)
    demand(at >= 0 && at + 1 < bytes.length, 'a JPEG with its end')
    const next = bytes[at + 1] as number
    if (next === 0xff) at -= 1
    else if (next !== 0 && !standsAlone(next)) return at
  }
}

const ORIENTATION = 0x0112

/** EXIF's orientation, 1 to 8; 1 where nothing is said. */
function turnIn(body: Buffer): number {
  if (body.toString('latin1', 0, 6) !== 'Exif\0\0') return 1
  const tiff = body.subarray(6)
  const isLittle = tiff.toString('latin1', 0, 2) === 'II'
  const short = (at: number) => (at + 2 > tiff.length ? 0 : isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const long = (at: number) => (at + 4 > tiff.length ? 0 : isLittle ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at))
  const directory = long(4)
  for (let entry = 0; entry < Math.min(short(directory), 100); entry++) {
    const at = directory + 2 + entry * 12
    if (short(at) === ORIENTATION) return short(at + 8) >= 1 && short(at + 8) <= 8 ? short(at + 8) : 1
  }
  return 1
}

/** An EXIF segment that says nothing else. */
function onlyTurn(turn: number): Buffer {
  const tiff = Buffer.alloc(26)
  tiff.write('MM\0*', 0, 'latin1')
  tiff.writeUInt32BE(8, 4)
  tiff.writeUInt16BE(1, 8)
  tiff.writeUInt16BE(ORIENTATION, 10)
  tiff.writeUInt16BE(3, 12)
  tiff.writeUInt32BE(1, 14)
  tiff.writeUInt16BE(turn, 18)
  return Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff])
}
