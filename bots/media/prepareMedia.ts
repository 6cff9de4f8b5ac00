// Bytes of somebody -> what is stored: their type by what they are, within the limits, without what they tell of their maker. Pure.
import { createHash } from 'node:crypto'
import { type MediaClass, type MediaFacts, type MediaType, mediaClass } from '@perle/core'
import { Broken, type Stripped } from './containers/container.ts'
import { stripGif } from './containers/gif.ts'
import { stripJpeg } from './containers/jpeg.ts'
import { isMp3, stripMp3 } from './containers/mp3.ts'
import { hasPicture as showsMp4, stripMp4 } from './containers/mp4.ts'
import { isOgg, stripOgg } from './containers/ogg.ts'
import { stripPng } from './containers/png.ts'
import { stripWav, stripWebp } from './containers/riff.ts'
import { isWebm, hasPicture as showsWebm, stripWebm } from './containers/webm.ts'

const MB = 1024 * 1024
/** What both chats take from a bot: Telegram 10 MB a photo and 50 MB a file. */
export const MOST_BYTES: Record<MediaClass, number> = { image: 10 * MB, audio: 50 * MB, video: 50 * MB, file: 20 * MB }
/** Nothing larger is read at all. */
export const MOST_OF_ANY = Math.max(...Object.values(MOST_BYTES))
/** A picture of few bytes may unpack to gigabytes: no side longer, and no more pixels than a good camera makes. */
const LONGEST_SIDE = 16_000
const MOST_PIXELS = 60_000_000

export type Prepared = { ok: true; bytes: Buffer; facts: MediaFacts; turn: number } | { ok: false; expected: string }

export const KNOWN_FORMS =
  'PNG, JPEG, WebP, GIF, Ogg (Opus, Vorbis), MP3, WAV, M4A, MP4, WebM, PDF or plain text in UTF-8'

/** What is left out is said in docs/decisions/0011; a PDF and a plain text stay as they are. */
export function prepareMedia(given: Buffer): Prepared {
  if (given.length === 0) return { ok: false, expected: 'a file with something in it' }
  const type = typeOf(given)
  if (type === undefined) return { ok: false, expected: `${KNOWN_FORMS}, by its bytes and not by its name` }
  const most = MOST_BYTES[mediaClass(type)]
  if (given.length > most) return { ok: false, expected: `at most ${most / MB} MB for ${type}` }
  try {
    const { bytes, turn = 1, ...known } = strip(given, type)
    const { width = 0, height = 0 } = known
    if (mediaClass(type) === 'image' && (Math.max(width, height) > LONGEST_SIDE || width * height > MOST_PIXELS)) {
      const most = `${MOST_PIXELS / 1e6} million pixels, no side above ${LONGEST_SIDE.toLocaleString('en')}`
      return { ok: false, expected: `at most ${most}` }
    }
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    return { ok: true, bytes, facts: { sha256, type, bytes: bytes.length, ...known }, turn }
  } catch (error) {
    // A number read beyond the end is a file that was cut.
    if (error instanceof Broken || error instanceof RangeError) {
      const whole = error instanceof Broken ? error.message : `a whole file of type ${type}`
      return { ok: false, expected: whole }
    }
    throw error
  }
}

/** By the bytes alone: a name or a server may say anything. */
function typeOf(bytes: Buffer): MediaType | undefined {
  const text = (from: number, to: number) => bytes.toString('latin1', from, to)
  if (text(0, 8) === '\x89PNG\r\n\x1a\n') return 'image/png'
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'image/jpeg'
  if (/^GIF8[79]a$/.test(text(0, 6))) return 'image/gif'
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return 'image/webp'
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WAVE') return 'audio/wav'
  if (isOgg(bytes)) return 'audio/ogg'
  if (text(4, 8) === 'ftyp')
    return isHeif(text(8, 12)) ? undefined : hasSight(showsMp4, bytes) ? 'video/mp4' : 'audio/mp4'
  if (isWebm(bytes)) return hasSight(showsWebm, bytes) ? 'video/webm' : 'audio/webm'
  if (text(0, 5) === '%PDF-') return 'application/pdf'
  if (isMp3(bytes)) return 'audio/mpeg'
  return isPlainText(bytes) ? 'text/plain' : undefined
}

const isHeif = (brand: string) => ['heic', 'heix', 'mif1', 'msf1', 'avif', 'avis'].includes(brand)

/** One that cannot be read is refused as a film, with the place where it breaks. */
function hasSight(look: (bytes: Buffer) => boolean, bytes: Buffer): boolean {
  try {
    return look(bytes)
  } catch {
    return true
  }
}

/** UTF-8 without control characters; what it says is nobody's concern, since it is only ever served as plain text. */
function isPlainText(bytes: Buffer): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return !/(?![\t\n\f\r])\p{Cc}/u.test(text)
  } catch {
    return false
  }
}

function strip(bytes: Buffer, type: MediaType): Stripped {
  switch (type) {
    case 'image/png':
      return stripPng(bytes)
    case 'image/jpeg':
      return stripJpeg(bytes)
    case 'image/gif':
      return stripGif(bytes)
    case 'image/webp':
      return stripWebp(bytes)
    case 'audio/wav':
      return stripWav(bytes)
    case 'audio/ogg':
      return stripOgg(bytes)
    case 'audio/mpeg':
      return stripMp3(bytes)
    case 'audio/mp4':
    case 'video/mp4':
      return stripMp4(bytes)
    case 'audio/webm':
    case 'video/webm':
      return stripWebm(bytes)
    case 'application/pdf':
    case 'text/plain':
      return { bytes }
  }
}
