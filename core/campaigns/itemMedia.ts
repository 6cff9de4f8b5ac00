// Media of one row of an import: each is stored, stands at a text of the item, and brings the words it needs. Pure.
import type { z } from 'zod'
import type { AnyKind } from '../kinds/index.ts'
import {
  type FindMedia,
  type Media,
  mediaClass,
  type mediaField,
  missingWords,
  nameOf,
  sourceOf,
} from '../kinds/media.ts'
import type { RowFault } from './itemRow.ts'

type Given = { ask: unknown; content: unknown; media: z.infer<typeof mediaField> }
type Read = { ok: true; field: { media?: Media[] } } | { ok: false; fault: RowFault }

const WORDS = {
  alt: 'what the picture shows, in words: not everybody sees it',
  transcript: 'transcript (what is said) or alt (what is heard): not everybody hears it',
}

/** The media as they are hashed with the item; or the first field that is not as it should be. */
export function readMedia(kind: AnyKind, given: Given, find: FindMedia = () => undefined): Read {
  const texts = kind.texts?.(given.content)
  const places = Object.keys(texts ?? {})
  const media: Media[] = []
  for (const [index, one] of given.media.entries()) {
    const field = `media.${index}`
    const at = one.at ?? places[0] ?? 'text'
    if (one.at !== undefined && !places.includes(at)) {
      return fault(`${field}.at`, places.length === 0 ? 'no such field' : `one of ${places.join(', ')}`)
    }
    const facts = find(sourceOf(one))
    if (facts === undefined || 'expected' in facts) {
      const expected = facts?.expected ?? 'a file that has been fetched before the import'
      return fault(`${field}.${one.url === undefined ? 'file' : 'url'}`, expected)
    }
    const missing = missingWords(one, facts.type, kind.isTranscription?.(given.ask) ?? false)
    if (missing !== undefined) return fault(`${field}.${missing}`, WORDS[missing])
    if (one.transcript !== undefined && mediaClass(facts.type) === 'image')
      return fault(`${field}.transcript`, 'no such field; alt says what a picture shows')
    media.push({
      at,
      name: nameOf(one),
      ...facts,
      ...(one.alt === undefined ? {} : { alt: one.alt.normalize('NFC') }),
      ...(one.transcript === undefined ? {} : { transcript: one.transcript.normalize('NFC') }),
    })
  }
  const empty = Object.entries(texts ?? {}).find(([name, text]) => text === '' && !media.some(one => one.at === name))
  if (empty !== undefined)
    return fault(fieldOf(given.content, empty[0]), 'at least 1 character, or media that stand there')
  return { ok: true, field: media.length === 0 ? {} : { media } }
}

/** A text named by its id stands in a list of texts. */
function fieldOf(content: unknown, name: string): string {
  if (Object.hasOwn(content as object, name)) return `content.${name}`
  const { texts = [] } = content as { texts?: { id: string }[] }
  return `content.texts.${texts.findIndex(text => text.id === name)}.text`
}

function fault(field: string, expected: string): { ok: false; fault: RowFault } {
  return { ok: false, fault: { field, expected } }
}
