// Text from people, made safe to keep in one place, before any use-case sees it.
import { type Only, ok, type Result, refuse } from '@perle/core'

/** Nobody types more than this by hand; checked first, so that a megabyte costs nothing. In UTF-16 units, as it arrives. */
export const LONGEST_TEXT = 20_000

/** Size, then NUL out, lone surrogates replaced, NFC, spaces at the end trimmed. Everything else is the person's own. */
export function cleanText(text: string): Result<string, Only<'text.too_long'>> {
  if (text.length > LONGEST_TEXT) return refuse({ code: 'text.too_long', length: text.length, max: LONGEST_TEXT })
  return ok(text.replaceAll('\0', '').toWellFormed().normalize('NFC').trimEnd())
}

/** Characters as a person counts them: code points. */
export function lengthOf(text: string): number {
  return [...text].length
}
