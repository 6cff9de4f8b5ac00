// Media beside an item's text: images, audio, video and files, named by the hash of their bytes, each with its words. Pure.
import { z } from 'zod'

export type MediaClass = 'image' | 'audio' | 'video' | 'file'

/** Every type that is taken, and the only ones that are ever served. What is none of these by its bytes is refused. */
export const MEDIA_TYPES = {
  'image/png': 'image',
  'image/jpeg': 'image',
  'image/webp': 'image',
  'image/gif': 'image',
  'audio/ogg': 'audio',
  'audio/mpeg': 'audio',
  'audio/wav': 'audio',
  'audio/mp4': 'audio',
  'audio/webm': 'audio',
  'video/mp4': 'video',
  'video/webm': 'video',
  'application/pdf': 'file',
  'text/plain': 'file',
} as const satisfies Record<string, MediaClass>
export type MediaType = keyof typeof MEDIA_TYPES

/** What is known of stored bytes. Width and height are as shown, in pixels; seconds are whole, at least one. */
export type MediaFacts = {
  /** SHA-256 of the bytes as stored, 64 hex digits. */
  sha256: string
  type: MediaType
  bytes: number
  width?: number
  height?: number
  seconds?: number
}

/** One of an item's media, as it is hashed with the item. `at` names the text of the item that it stands at. */
export type Media = MediaFacts & { at: string; name: string; alt?: string; transcript?: string }

/** Media on one item: more do not fit a phone. */
const MOST = 8
/** A screen reader reads an alt text in one go; a transcript is read as a text. */
const LONGEST_ALT = 1_000
const LONGEST_TRANSCRIPT = 20_000

const oneMedium = z
  .strictObject({
    file: z.string().min(1).max(500).optional(),
    url: z.string().min(1).max(2_000).optional(),
    at: z.string().min(1).max(40).optional(),
    name: z.string().min(1).max(120).optional(),
    alt: z.string().trim().min(1, 'words, or no such field').max(LONGEST_ALT).optional(),
    transcript: z.string().trim().min(1, 'words, or no such field').max(LONGEST_TRANSCRIPT).optional(),
  })
  .refine(one => (one.file === undefined) !== (one.url === undefined), {
    message: 'either file (a path beside this file) or url',
  })

/** The field `media` of an import's row. */
export const mediaField = z.array(oneMedium).max(MOST)

/** Where media come from, as a row says it. */
export type MediaSource = { file: string } | { url: string }
/** Stored media by their source, or what would have to be there instead; undefined for one that nobody went for. */
export type FindMedia = (source: MediaSource) => MediaFacts | { expected: string } | undefined

export function mediaClass(type: MediaType): MediaClass {
  return MEDIA_TYPES[type]
}

type Given = z.infer<typeof oneMedium>

export function sourceOf(given: Given): MediaSource {
  return given.url === undefined ? { file: given.file as string } : { url: given.url }
}

/** A file's own name, for people and for a download: the last part of its path, without what a file system would stumble over. */
export function nameOf(given: Given): string {
  const path = given.url === undefined ? (given.file as string) : (given.url.split(/[?#]/)[0] as string)
  const last = given.name ?? path.split(/[/\\]/).at(-1) ?? ''
  const calm = last
    .normalize('NFC')
    .replace(/[\p{Cc}\u2028-\u202e\u2066-\u2069/\\:*?"<>|]/gu, '')
    .replace(/^\.+/, '')
    .trim()
  return [...calm].slice(0, 120).join('') || 'file'
}

/**
 * Which words a medium must bring, or undefined where it has what it needs. Images say what they show; audio and video are
 * written down or described, unless writing them down is the task. A file is a text of its own.
 */
export function missingWords(given: Given, type: MediaType, isTranscribed: boolean): 'alt' | 'transcript' | undefined {
  switch (mediaClass(type)) {
    case 'image':
      return given.alt === undefined ? 'alt' : undefined
    case 'audio':
    case 'video':
      return given.alt === undefined && given.transcript === undefined && !isTranscribed ? 'transcript' : undefined
    case 'file':
      return undefined
  }
}
