import { createHash } from 'node:crypto'
import fc from 'fast-check'
import jpeg from 'jpeg-js'
import { describe, expect, it } from 'vitest'
import { KNOWN_FORMS, MOST_BYTES, prepareMedia } from '../../bots/media/prepareMedia.ts'
import { aGif, aJpeg, anMp3, anOgg, aPdf, aPng, aWav, EVERY, SECRET } from './sampleMedia.ts'

function prepared(bytes: Buffer) {
  const outcome = prepareMedia(bytes)
  if (!outcome.ok) throw new Error(outcome.expected)
  return outcome
}

describe.each(Object.entries(EVERY))('%s', (type, bytes) => {
  it('is known by its bytes, and tells nothing of its maker any more', () => {
    expect(bytes.includes(SECRET)).toBe(true)
    const { bytes: stripped, facts } = prepared(bytes)
    expect(facts.type).toBe(type)
    expect(stripped.includes('Jane')).toBe(false)
    expect(stripped.includes('13.4050')).toBe(false)
    expect(facts).toMatchObject({
      bytes: stripped.length,
      sha256: createHash('sha256').update(stripped).digest('hex'),
    })
  })

  it('stays what it is when it comes again', () => {
    const once = prepared(bytes)
    expect(prepared(once.bytes)).toEqual(once)
  })

  it('is refused with a sentence, and never thrown at anybody, wherever it is cut or bent', () => {
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(255), fc.boolean(), (at, value, isCut) => {
        const bent = isCut ? bytes.subarray(0, at) : Buffer.from(bytes)
        if (!isCut) bent[at] = value
        const outcome = prepareMedia(Buffer.from(bent))
        if (!outcome.ok) expect(outcome.expected).toMatch(/^(a|an|at most|Opus|PNG)\b/)
      }),
      { numRuns: 300 },
    )
  })
})

describe('what is known of a file', () => {
  it.each([
    ['image/png', { width: 4, height: 3 }],
    // It lies on its side, so it is shown higher than wide.
    ['image/jpeg', { width: 8, height: 16 }],
    ['image/gif', { width: 1, height: 1 }],
    ['image/webp', { width: 1, height: 1 }],
    ['audio/wav', { seconds: 2 }],
    ['audio/mpeg', { seconds: 1 }],
    ['audio/ogg', { seconds: 3 }],
    ['audio/mp4', { seconds: 5 }],
    ['video/mp4', { seconds: 5, width: 320, height: 240 }],
    ['video/webm', { seconds: 4, width: 320, height: 180 }],
  ] as const)('of %s are its size and length', (type, known) => {
    expect(prepared(EVERY[type]).facts).toMatchObject(known)
  })

  it('takes PDF and plain text as they are, and no page, script or program', () => {
    expect(prepared(aPdf())).toMatchObject({ facts: { type: 'application/pdf' }, bytes: aPdf() })
    expect(prepared(Buffer.from('Grüße,\n日本語\n')).facts.type).toBe('text/plain')
    // What looks like a page is a text, and is served as one.
    expect(prepared(Buffer.from('<script>alert(1)</script>')).facts.type).toBe('text/plain')
    for (const bytes of [
      Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0]),
      Buffer.from([0xff, 0xfe, 0x41, 0]),
      Buffer.from('PK\x03\x04\0'),
    ]) {
      expect(prepareMedia(bytes)).toEqual({ ok: false, expected: `${KNOWN_FORMS}, by its bytes and not by its name` })
    }
    expect(prepareMedia(Buffer.alloc(0))).toMatchObject({ ok: false })
  })

  it('refuses more bytes than chats take, and pictures that unpack to gigabytes', () => {
    const large = Buffer.concat([aPng(), Buffer.alloc(MOST_BYTES.image)])
    expect(prepareMedia(large)).toEqual({ ok: false, expected: 'at most 10 MB for image/png' })
    const gif = aGif()
    gif.writeUInt16LE(60_000, 6)
    gif.writeUInt16LE(60_000, 8)
    expect(prepareMedia(gif)).toMatchObject({ ok: false, expected: expect.stringContaining('60 million pixels') })
  })
})

describe('what stays', () => {
  it('is the picture, its colours and how it is turned', () => {
    const { bytes, turn } = prepared(aJpeg(16, 8, 6))
    expect(turn).toBe(6)
    expect(bytes.includes('ICC_PROFILE')).toBe(true)
    expect(bytes.includes('Exif')).toBe(true)
    expect(jpeg.decode(bytes).data).toEqual(jpeg.decode(aJpeg(16, 8, 6)).data)
    // Upright pictures need no EXIF at all.
    expect(prepared(aJpeg(16, 8, 1)).bytes.includes('Exif')).toBe(false)
    expect(prepared(aPng()).bytes.includes('gAMA')).toBe(true)
    expect(prepared(aGif()).bytes.includes('NETSCAPE2.0')).toBe(true)
  })

  it('is the sound, byte for byte', () => {
    const sound = anMp3().subarray(anMp3().indexOf(Buffer.from([0xff, 0xfb])), -128)
    expect(prepared(anMp3()).bytes.equals(sound)).toBe(true)
    const wav = aWav()
    const samples = wav.subarray(wav.indexOf('data') + 8, wav.indexOf('data') + 8 + 16_000)
    expect(prepared(wav).bytes.includes(samples)).toBe(true)
  })

  it('are pages of Ogg that are numbered and checked anew', () => {
    const { bytes } = prepared(anOgg())
    const pages: { number: number; body: string }[] = []
    for (let at = 0; at < bytes.length; ) {
      const count = bytes[at + 26] as number
      const length = bytes.subarray(at + 27, at + 27 + count).reduce((sum, one) => sum + one, 0)
      const page = Buffer.from(bytes.subarray(at, at + 27 + count + length))
      const said = page.readUInt32LE(22)
      page.writeUInt32LE(0, 22)
      expect(slowCrc(page)).toBe(said)
      pages.push({ number: page.readUInt32LE(18), body: page.toString('latin1', 27 + count) })
      at += page.length
    }
    expect(pages.map(page => page.number)).toEqual([0, 1, 2])
    expect(pages[1]?.body).toBe('OpusTags\x05\0\0\0perle\0\0\0\0')
    expect(pages[2]?.body).toBe('sound')
  })

  it('moves nothing in a film, whose places are written in it', () => {
    for (const type of ['video/mp4', 'video/webm'] as const) {
      const { bytes } = prepared(EVERY[type])
      expect(bytes.length).toBe(EVERY[type].length)
      expect(bytes.indexOf('frame')).toBe(EVERY[type].indexOf('frame'))
    }
  })
})

/** Bit by bit, as the specification writes it down: another way than the one that is tested. */
function slowCrc(bytes: Buffer): number {
  let crc = 0
  for (const byte of bytes) {
    crc ^= byte << 24
    for (let bit = 0; bit < 8; bit++) crc = crc & 0x80000000 ? (crc << 1) ^ 0x04c11db7 : crc << 1
  }
  return crc >>> 0
}
