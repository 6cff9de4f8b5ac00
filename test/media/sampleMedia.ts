// Real bytes of every container that is taken, small and made here, each with something that tells of its maker in every place where such
// things are put. SECRET is what must be gone.
import { crc32, deflateSync } from 'node:zlib'
import jpeg from 'jpeg-js'

export const SECRET = 'Jane Doe, 52.5200 N 13.4050 E'
const latin = (text: string) => Buffer.from(text, 'latin1')
const u32 = (value: number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}
const u16 = (value: number) => u32(value).subarray(2)
const le32 = (value: number) => Buffer.from(u32(value)).reverse()

/** Pixels of a picture that is not the same anywhere: from left to right and from top to bottom it changes. */
function pixelsOf(width: number, height: number): Buffer {
  const pixels = Buffer.alloc(width * height * 4, 255)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) pixels.set([(x * 255) / width, (y * 255) / height, 90], (y * width + x) * 4)
  }
  return pixels
}

export function aPng(width = 4, height = 3, { isTold = true, isNoisy = false } = {}): Buffer {
  const pixels = pixelsOf(width, height)
  if (isNoisy)
    for (let at = 0; at < pixels.length; at += 4) pixels[at] = Math.imul(at ^ (at >>> 7), 2_654_435_761) >>> 24
  const rows = Buffer.concat(
    Array.from({ length: height }, (_, y) =>
      Buffer.concat([Buffer.from([0]), pixels.subarray(y * width * 4, (y + 1) * width * 4)]),
    ),
  )
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([latin(type), data])
    return Buffer.concat([u32(data.length), body, u32(crc32(body))])
  }
  const told = isTold
    ? [
        chunk('tEXt', latin(`Author\0${SECRET}`)),
        chunk('iTXt', latin(`XML:com.adobe.xmp\0\0\0\0\0${SECRET}`)),
        chunk('eXIf', latin(`MM\0*${SECRET}`)),
        chunk('tIME', Buffer.alloc(7, 1)),
      ]
    : []
  return Buffer.concat([
    latin('\x89PNG\r\n\x1a\n'),
    chunk('IHDR', Buffer.concat([u32(width), u32(height), Buffer.from([8, 6, 0, 0, 0])])),
    chunk('gAMA', u32(45_455)),
    ...told,
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
    ...(isTold ? [latin(SECRET)] : []),
  ])
}

/** Turned as EXIF's number says, with a picture of its own in the EXIF, comments, IPTC, a profile, and a second picture behind its end. */
export function aJpeg(width = 16, height = 8, turn = 6): Buffer {
  const plain = jpeg.encode({ data: pixelsOf(width, height), width, height }, 90).data
  const segment = (marker: number, body: Buffer) =>
    Buffer.concat([Buffer.from([0xff, marker]), u16(body.length + 2), body])
  const entry = (tag: number, type: number, count: number, value: Buffer) =>
    Buffer.concat([u16(tag), u16(type), u32(count), value])
  const exif = Buffer.concat([
    latin('Exif\0\0MM\0*'),
    u32(8),
    u16(2),
    entry(0x0112, 3, 1, Buffer.concat([u16(turn), u16(0)])),
    entry(0x013b, 2, SECRET.length + 1, u32(38)),
    u32(0),
    latin(`${SECRET}\0`),
  ])
  return Buffer.concat([
    plain.subarray(0, 2),
    segment(0xe1, exif),
    segment(0xe1, latin(`http://ns.adobe.com/xap/1.0/\0${SECRET}`)),
    segment(0xe2, latin('ICC_PROFILE\0\x01\x01a profile')),
    segment(0xe2, latin(`MPF\0${SECRET}`)),
    segment(0xed, latin(`Photoshop 3.0\0${SECRET}`)),
    segment(0xfe, latin(SECRET)),
    plain.subarray(2),
    latin(`a second picture: ${SECRET}`),
  ])
}

export function aGif(): Buffer {
  const comment = Buffer.concat([Buffer.from([0x21, 0xfe, SECRET.length]), latin(SECRET), Buffer.from([0])])
  const xmp = Buffer.concat([
    latin('\x21\xff\x0bXMP DataXMP'),
    Buffer.from([SECRET.length]),
    latin(SECRET),
    Buffer.from([0]),
  ])
  return Buffer.concat([
    latin('GIF89a\x01\0\x01\0\x80\0\0\xff\0\0\xff\xff\xff'),
    comment,
    xmp,
    latin('\x21\xff\x0bNETSCAPE2.0\x03\x01\0\0\0'),
    latin('\x21\xf9\x04\0\0\0\0\0\x2c\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0\x3b'),
    latin(SECRET),
  ])
}

function riff(form: string, chunks: [string, Buffer][]): Buffer {
  const parts = chunks.map(([id, body]) =>
    Buffer.concat([latin(id), le32(body.length), body, Buffer.alloc(body.length % 2)]),
  )
  const body = Buffer.concat([latin(form), ...parts])
  return Buffer.concat([latin('RIFF'), le32(body.length), body])
}

export function aWebp(): Buffer {
  const picture = Buffer.from('UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==', 'base64').subarray(20, 33)
  return riff('WEBP', [
    ['VP8X', Buffer.from([0x0c, 0, 0, 0, 0, 0, 0, 0, 0, 0])],
    ['VP8L', picture],
    ['EXIF', latin(SECRET)],
    ['XMP ', latin(SECRET)],
  ])
}

/** Two seconds of a tone. */
export function aWav(): Buffer {
  const rate = 8_000
  const data = Buffer.from(Array.from({ length: rate * 2 }, (_, n) => 128 + Math.round(60 * Math.sin(n / 4))))
  const format = Buffer.concat([Buffer.from([1, 0, 1, 0]), le32(rate), le32(rate), Buffer.from([1, 0, 8, 0])])
  return riff('WAVE', [
    ['fmt ', format],
    ['LIST', latin(`INFOIART${SECRET}`)],
    ['bext', latin(SECRET)],
    ['data', data],
    ['id3 ', latin(SECRET)],
  ])
}

/** 40 frames of silence, MPEG-1 layer III at 128 kbit/s and 44.1 kHz, between an ID3v2 and an ID3v1 tag. */
export function anMp3(): Buffer {
  const frame = Buffer.alloc(417)
  frame.set([0xff, 0xfb, 0x90, 0x00])
  const title = Buffer.concat([latin('TPE1'), u32(SECRET.length + 1), latin(`\0\0\0${SECRET}`)])
  const id3 = Buffer.concat([latin('ID3\x03\0\0'), Buffer.from([0, 0, 0, title.length]), title])
  const id3v1 = Buffer.concat([latin(`TAG${SECRET}`), Buffer.alloc(125 - SECRET.length)])
  return Buffer.concat([id3, ...Array.from({ length: 40 }, () => frame), id3v1])
}

/** Three seconds of Opus by its granules, with a comment that spans two pages. */
export function anOgg(): Buffer {
  const page = (number: number, flags: number, granule: bigint, body: Buffer, lacing?: number[]) => {
    const laces = lacing ?? [...Array.from({ length: Math.floor(body.length / 255) }, () => 255), body.length % 255]
    const head = Buffer.alloc(27)
    head.write('OggS', 0, 'latin1')
    head[5] = flags
    head.writeBigInt64LE(granule, 6)
    head.writeUInt32LE(7, 14)
    head.writeUInt32LE(number, 18)
    head[26] = laces.length
    // Its checksum is not looked at when it is read; what is written is checked.
    return Buffer.concat([head, Buffer.from(laces), body])
  }
  const head = Buffer.concat([latin('OpusHead\x01\x01'), Buffer.from([0x38, 0x01, 0x80, 0xbb, 0, 0, 0, 0, 0])])
  const comment = latin(`OpusTags${SECRET}`.padEnd(255 * 2 + 40, SECRET))
  return Buffer.concat([
    page(0, 2, 0n, head),
    page(1, 0, -1n, comment.subarray(0, 510), [255, 255]),
    page(2, 1, 0n, comment.subarray(510)),
    page(3, 4, 3n * 48_000n + 312n, latin('sound')),
  ])
}

type Parts = (Buffer | string)[]
const box = (type: string, ...parts: Parts) => {
  const body = Buffer.concat(parts.map(part => (typeof part === 'string' ? latin(part) : part)))
  return Buffer.concat([u32(body.length + 8), latin(type), body])
}

/** A film of five seconds by its index, a track that says where the camera was, and tags. */
export function anMp4(handler = 'vide'): Buffer {
  const times = Buffer.concat([u32(0), u32(3_900_000_000), u32(3_900_000_001)])
  const mvhd = box('mvhd', times, u32(1_000), u32(5_000), Buffer.alloc(80))
  const tkhd = (width: number, height: number) =>
    box('tkhd', times, Buffer.alloc(64), u32(width * 65_536), u32(height * 65_536))
  const track = (name: string, offset: number, size: number, width = 0, height = 0) =>
    box(
      'trak',
      tkhd(width, height),
      box(
        'mdia',
        box('mdhd', times, u32(1_000), u32(5_000), Buffer.alloc(4)),
        box('hdlr', Buffer.alloc(8), name, Buffer.alloc(12)),
        box(
          'minf',
          box(
            'stbl',
            box('stsz', u32(0), u32(size), u32(1)),
            box('stsc', u32(0), u32(1), u32(1), u32(1), u32(1)),
            box('stco', u32(0), u32(1), u32(offset)),
          ),
        ),
      ),
      box('udta', SECRET),
    )
  const ftyp = box('ftyp', 'isom', u32(0))
  const frame = latin('a frame')
  const mdat = box('mdat', frame, SECRET)
  const at = ftyp.length + 8
  return Buffer.concat([
    ftyp,
    mdat,
    box(
      'moov',
      mvhd,
      track(handler, at, frame.length, 320, 240),
      track('meta', at + frame.length, SECRET.length),
      box('udta', box('meta', SECRET)),
    ),
    box('uuid', SECRET),
  ])
}

/** A film of four seconds, as a browser records it: segment and cluster of open length, tags behind them. */
export function aWebm(isFilm = true): Buffer {
  const element = (id: number, ...parts: Buffer[]) => {
    const body = Buffer.concat(parts)
    const head = Buffer.from(id.toString(16), 'hex')
    return Buffer.concat([head, Buffer.from([0x40 | (body.length >> 8), body.length & 255]), body])
  }
  const open = (id: number) => Buffer.concat([Buffer.from(id.toString(16), 'hex'), Buffer.alloc(1, 0xff)])
  const float = Buffer.alloc(8)
  float.writeDoubleBE(4_000)
  const video = isFilm ? [element(0xe0, element(0xb0, u16(320)), element(0xba, u16(180)))] : []
  return Buffer.concat([
    element(0x1a45dfa3, element(0x4282, latin('webm'))),
    open(0x18538067),
    element(0x1549a966, element(0x2ad7b1, u32(1_000_000)), element(0x7ba9, latin(SECRET)), element(0x4489, float)),
    element(0x1654ae6b, element(0xae, ...video)),
    open(0x1f43b675),
    element(0xe7, Buffer.from([0])),
    element(0xa3, latin('frame')),
    element(0x1254c367, latin(SECRET)),
  ])
}

export const aPdf = () => latin('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n')

export const EVERY = {
  'image/png': aPng(),
  'image/jpeg': aJpeg(),
  'image/gif': aGif(),
  'image/webp': aWebp(),
  'audio/wav': aWav(),
  'audio/mpeg': anMp3(),
  'audio/ogg': anOgg(),
  'audio/mp4': anMp4('soun'),
  'video/mp4': anMp4(),
  'video/webm': aWebm(),
  'audio/webm': aWebm(false),
} as const
