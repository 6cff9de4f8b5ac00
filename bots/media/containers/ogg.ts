// Ogg (RFC 3533) with one stream of Opus (RFC 7845) or Vorbis: the page or pages of comments are written anew without a comment,
// so that pages are numbered and checked afresh.
import { demand, type Stripped, secondsOf } from './container.ts'

type Page = { flags: number; granule: bigint; serial: number; lacing: Buffer; body: Buffer }

export function isOgg(bytes: Buffer): boolean {
  return bytes.toString('latin1', 0, 4) === 'OggS'
}

export function stripOgg(bytes: Buffer): Stripped {
  const pages = pagesOf(bytes)
  const first = pages[0]
  demand(first !== undefined && pages.every(page => page.serial === first.serial), 'an Ogg file with one stream')
  const isOpus = first.body.toString('latin1', 0, 8) === 'OpusHead'
  const isVorbis = first.body.toString('latin1', 1, 7) === 'vorbis'
  demand((isOpus && first.body.length >= 19) || (isVorbis && first.body.length >= 30), 'Opus or Vorbis in the Ogg file')
  const headers = isOpus ? 2 : 3
  const { packets, used } = packetsOf(pages.slice(1), headers - 1)
  const vendor = Buffer.from('\u0005\0\0\0perle\0\0\0\0', 'latin1')
  const comment = isOpus
    ? Buffer.concat([Buffer.from('OpusTags', 'latin1'), vendor])
    : Buffer.concat([Buffer.from('\u0003vorbis', 'latin1'), vendor, Buffer.from([1])])
  const written = [first, ...pagesFor(first.serial, [comment, ...packets.slice(1)]), ...pages.slice(1 + used)]
  const last = written.findLast(page => page.granule >= 0n)?.granule ?? 0n
  const [rate, skipped] = isOpus ? [48_000, first.body.readUInt16LE(10)] : [first.body.readUInt32LE(12), 0]
  return {
    bytes: Buffer.concat(written.map((page, number) => pageBytes(page, number))),
    ...secondsOf((Number(last) - skipped) / rate),
  }
}

function pagesOf(bytes: Buffer): Page[] {
  const pages: Page[] = []
  for (let at = 0; at < bytes.length; ) {
    demand(
      at + 27 <= bytes.length && bytes.toString('latin1', at, at + 4) === 'OggS',
      'an Ogg file whose pages are whole',
    )
    const bodyAt = at + 27 + (bytes[at + 26] as number)
    const lacing = bytes.subarray(at + 27, bodyAt)
    const end = bodyAt + lacing.reduce((sum, length) => sum + length, 0)
    demand(end <= bytes.length, 'an Ogg file whose pages are whole')
    pages.push({
      flags: bytes[at + 5] as number,
      granule: bytes.readBigInt64LE(at + 6),
      serial: bytes.readUInt32LE(at + 14),
      lacing,
      body: bytes.subarray(bodyAt, end),
    })
    at = end
  }
  return pages
}

/** The next packets, which fill whole pages (both codecs begin their sound on a page of its own). */
function packetsOf(pages: Page[], wanted: number): { packets: Buffer[]; used: number } {
  const packets: Buffer[] = []
  let part: Buffer[] = []
  for (const [index, page] of pages.entries()) {
    let at = 0
    for (const length of page.lacing) {
      part.push(page.body.subarray(at, at + length))
      at += length
      if (length === 255) continue
      packets.push(Buffer.concat(part))
      part = []
    }
    if (packets.length < wanted) continue
    demand(packets.length === wanted && part.length === 0, 'an Ogg file whose sound begins on a page of its own')
    return { packets, used: index + 1 }
  }
  demand(false, 'an Ogg file with its heads')
  throw new Error('bug: not reached')
}

const MOST_SEGMENTS = 255

/** Packets of the head, laid into pages. */
function pagesFor(serial: number, packets: Buffer[]): Page[] {
  const segments = packets.flatMap(packet =>
    Array.from({ length: Math.floor(packet.length / 255) + 1 }, (_, index) =>
      packet.subarray(index * 255, (index + 1) * 255),
    ),
  )
  const pages: Page[] = []
  for (let at = 0; at < segments.length; at += MOST_SEGMENTS) {
    const some = segments.slice(at, at + MOST_SEGMENTS)
    const isGoingOn = at > 0 && segments[at - 1]?.length === 255
    const endsOne = some.some(segment => segment.length < 255)
    pages.push({
      flags: isGoingOn ? 1 : 0,
      granule: endsOne ? 0n : -1n,
      serial,
      lacing: Buffer.from(some.map(segment => segment.length)),
      body: Buffer.concat(some),
    })
  }
  return pages
}

function pageBytes({ flags, granule, serial, lacing, body }: Page, number: number): Buffer {
  const head = Buffer.alloc(27)
  head.write('OggS', 0, 'latin1')
  head[5] = flags
  head.writeBigInt64LE(granule, 6)
  head.writeUInt32LE(serial, 14)
  head.writeUInt32LE(number, 18)
  head[26] = lacing.length
  const page = Buffer.concat([head, lacing, body])
  page.writeUInt32LE(crcOf(page), 22)
  return page
}

/** CRC-32 with polynomial 04c11db7, unreflected, starting at 0 (RFC 3533, section 6). */
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte << 24
  for (let bit = 0; bit < 8; bit++) value = value & 0x80000000 ? (value << 1) ^ 0x04c11db7 : value << 1
  return value >>> 0
})

function crcOf(bytes: Buffer): number {
  let crc = 0
  for (const byte of bytes) crc = ((crc << 8) ^ (TABLE[((crc >>> 24) ^ byte) & 0xff] as number)) >>> 0
  return crc
}
