// Text with entities: what people wrote is never markup, because nothing is parsed. Offsets count UTF-16 units, as Telegram does. Pure.
import type { MessageEntity } from '@grammyjs/types'
import type { Span } from '../conversation/view.ts'

/** A paragraph and how it looks; offsets from its own start. */
export type Piece = { text: string; entities: MessageEntity[] }

/** Bot API: "1-4096 characters after entities parsing", 1024 for a caption; entities beyond 100 are ignored. */
export const TEXT = 4096
export const CAPTION = 1024
const ENTITIES = 100

/** What no message can hold: controls, and halves of characters. Line breaks and tabs stay. */
export function calm(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
}

/** Whether there is anything to see; Telegram refuses a text or a label of nothing. */
export function isVisible(text: string): boolean {
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(text)
}

type Style = 'bold' | 'italic' | 'blockquote' | 'pre'

/** A stretch of one look; without anything in it there is no piece. */
export function styled(text: string, type?: Style): Piece[] {
  const said = calm(text)
  if (said.trim() === '') return []
  return [{ text: said, entities: type === undefined ? [] : [entity(type, 0, said.length)] }]
}

/** Our own words with their bold. */
export function spoken(spans: Span[], before = ''): Piece {
  let text = before
  const entities: MessageEntity[] = []
  for (const span of spans) {
    const said = calm(typeof span === 'string' ? span : span.bold)
    if (typeof span !== 'string' && said.trim() !== '') entities.push(entity('bold', text.length, said.length))
    text += said
  }
  return { text, entities }
}

export function joined(pieces: readonly Piece[], between: string): Piece {
  let text = ''
  const entities: MessageEntity[] = []
  for (const piece of pieces) {
    if (text !== '') text += between
    const shift = text.length
    entities.push(...piece.entities.map(one => ({ ...one, offset: one.offset + shift })))
    text += piece.text
  }
  return { text, entities: entities.slice(0, ENTITIES) }
}

function entity(type: Style, offset: number, length: number): MessageEntity {
  return { type, offset, length } as MessageEntity
}

/** A part of a piece, with what of its looks lies inside. */
export function slice({ text, entities }: Piece, from: number, to: number): Piece {
  const kept = entities.flatMap(one => {
    const start = Math.max(one.offset, from)
    const end = Math.min(one.offset + one.length, to)
    return end > start ? [{ ...one, offset: start - from, length: end - start }] : []
  })
  return { text: text.slice(from, to), entities: kept }
}

/** The pieces in as few messages as they fit, in order; a piece that is too long for one is cut at the best place there is. */
export function messagesOf(pieces: readonly Piece[], partsOf: (text: string, size: number) => string[]): Piece[] {
  const short = pieces.flatMap(piece => {
    let at = 0
    return piece.text.length <= TEXT
      ? [piece]
      : partsOf(piece.text, TEXT).map(part => {
          at += part.length
          return slice(piece, at - part.length, at)
        })
  })
  const messages: Piece[][] = []
  let room = 0
  for (const piece of short) {
    const last = messages.at(-1)
    if (last === undefined || piece.text.length + 2 > room || countOf(last) + piece.entities.length > ENTITIES) {
      messages.push([piece])
      room = TEXT - piece.text.length
    } else {
      last.push(piece)
      room -= piece.text.length + 2
    }
  }
  return messages.map(one => seen(joined(one, '\n\n')))
}

function countOf(pieces: Piece[]): number {
  return pieces.reduce((sum, piece) => sum + piece.entities.length, 0)
}

/** Telegram takes away white space at both ends, and with it the places that entities count from: better by us than by it. */
function seen({ text, entities }: Piece): Piece {
  const from = text.length - text.trimStart().length
  const kept = slice({ text, entities }, from, text.trimEnd().length)
  return isVisible(kept.text) ? kept : { text: `${kept.text}·`.slice(-TEXT), entities: [] }
}
