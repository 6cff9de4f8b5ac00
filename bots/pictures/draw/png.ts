// PNG (RFC 2083 and its iTXt chunk): written here, because zlib's quick level is three times as fast on text as the
// rasteriser's own encoder and the twin can travel inside. Read back only as far as the twin.
import { crc32, deflateSync, inflateSync } from 'node:zlib'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
/** Quick, and flat ground packs well at any level. */
const LEVEL = 3
const KEYWORD = 'Description'

/** Which page of how many, and the page's twin. */
export type Told = { page: number; of: number; text: string }

/** Opaque pixels, four bytes each, to an RGB picture that carries its twin as its description. */
export function encodePng(pixels: Uint8Array, width: number, height: number, told: Told): Buffer {
  const stride = width * 3 + 1
  const rows = Buffer.alloc(stride * height)
  for (let y = 0, from = 0; y < height; y++) {
    for (let to = y * stride + 1; to < (y + 1) * stride; to += 3, from += 4) {
      rows[to] = pixels[from] as number
      rows[to + 1] = pixels[from + 1] as number
      rows[to + 2] = pixels[from + 2] as number
    }
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  // Eight bits a channel, three channels, no interlace.
  head.set([8, 2, 0, 0, 0], 8)
  // Keyword, 0, compressed, method, language 0, translated keyword 0, text.
  const description = Buffer.concat([
    Buffer.from(`${KEYWORD}\0\u0001\0\0\0`, 'latin1'),
    deflateSync(Buffer.from(told.text, 'utf8')),
  ])
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    chunk('iTXt', description),
    chunk('tEXt', Buffer.from(`Page\0${told.page}/${told.of}`, 'latin1')),
    chunk('IDAT', deflateSync(rows, { level: LEVEL })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  body.copy(framed, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}

/** Size and twin of a picture written here; undefined for anything else. */
export function readPng(png: Buffer): ({ width: number; height: number } & Told) | undefined {
  if (!png.subarray(0, 8).equals(SIGNATURE) || png.toString('latin1', 37, 41) !== 'iTXt') return undefined
  const end = 41 + png.readUInt32BE(33)
  // After the text its checksum, then the chunk of the page: length, "tEXt", "Page", 0.
  const place = png.toString('latin1', end + 17, end + 12 + png.readUInt32BE(end + 4))
  const [page = Number.NaN, of = Number.NaN] = place.split('/').map(Number)
  if (!Number.isSafeInteger(page) || !Number.isSafeInteger(of)) return undefined
  const text = inflateSync(png.subarray(41 + KEYWORD.length + 5, end)).toString('utf8')
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20), page, of, text }
}
