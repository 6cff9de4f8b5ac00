// Long content in parts: nothing is ever cut, a part ends at a paragraph where it can, and answers come after the last. Pure.
import { lastOutsideCode } from './codeIn.ts'
import type { Section } from './kinds/kindTalk.ts'
import type { Reading } from './state.ts'

/** Characters of content on one screen: a Telegram message takes 4096 with our words, labels and quotation around it. */
export const PART = 2_400
/** Words a minute of careful reading. */
const WORDS_A_MINUTE = 200

/** Parts whose concatenation is the text, each at most `size` UTF-16 units, ending at the best break there is. */
export function partsOf(text: string, size = PART): string[] {
  const parts: string[] = []
  let rest = text
  while (rest.length > size) {
    const end = breakBefore(rest, size)
    parts.push(rest.slice(0, end))
    rest = rest.slice(end)
  }
  parts.push(rest)
  return parts
}

/** A paragraph or a line outside code, else a paragraph, a line, a sentence, a word, and at last any place that does not split a character. */
function breakBefore(text: string, size: number): number {
  const window = text.slice(0, size)
  for (const mark of ['\n\n', '\n']) {
    // A part must not begin amid code: it could neither be read nor drawn.
    const at = lastOutsideCode(window, mark, size / 3)
    if (at > 0) return at + mark.length
  }
  for (const mark of ['\n\n', '\n', '. ', ' ']) {
    const at = window.lastIndexOf(mark)
    // A break in the first third would make parts that are too short to be worth a tap.
    if (at > size / 3) return at + mark.length
  }
  const code = text.charCodeAt(size - 1)
  const isHighSurrogate = code >= 0xd800 && code <= 0xdbff
  return isHighSurrogate ? size - 1 : size
}

export function minutesOf(text: string): number {
  return Math.max(1, Math.ceil(text.split(/\s+/).length / WORDS_A_MINUTE))
}

export function fitsOneScreen(sections: Section[]): boolean {
  return sections.reduce((sum, section) => sum + section.text.length, 0) <= PART
}

/** Whether every text has been read to its end. A single text counts as read at its last part. */
export function isAllRead(sections: Section[], reading: Reading | undefined): boolean {
  if (fitsOneScreen(sections)) return true
  return sections.every(section => reading?.done.includes(section.key))
}

/** Where reading stands on these texts: at the first that is not read yet, where none is open (the next step of a reasoning). */
export function readingOf(sections: Section[], given: Reading | undefined): Reading | undefined {
  if (given !== undefined && sections.some(section => section.key === given.text)) return given
  const next = sections.find(section => !given?.done.includes(section.key)) ?? sections[0]
  return next === undefined ? undefined : readOn(sections, given, `${next.key}.0`)
}

/** Opens a part (`key.part`); reading the last part of a text marks it as read. */
export function readOn(sections: Section[], reading: Reading | undefined, arg: string): Reading | undefined {
  const [key, given] = arg.split('.')
  const section = sections.find(one => one.key === key)
  const part = Number(given ?? 0)
  if (section === undefined || !Number.isInteger(part)) return undefined
  const last = partsOf(section.text).length - 1
  if (part < 0 || part > last) return undefined
  const done = new Set(reading?.done ?? [])
  if (part === last) done.add(section.key)
  return { text: section.key, part, done: [...done] }
}
