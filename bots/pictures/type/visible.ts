// Text as a picture may show it: what would hide, reorder or pile up is written out as its code point, so that what is
// seen is what is there ("Trojan source"). Joiners stay, since scripts and emoji need them.

/** Controls, direction controls, zero-width characters, tags; line feeds and tabs are dealt with before. */
const HIDDEN =
  /[\p{Cc}\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu
/** No script writes more than four marks on one letter; towers of them would cover the lines above. */
const TOWER = /(?<=\p{M}{4})\p{M}+/gu

export function codeOf(character: string): string {
  const point = character.codePointAt(0) ?? 0
  return `‹U+${point.toString(16).toUpperCase().padStart(4, '0')}›`
}

/**
 * Our own sentences isolate the values in them (U+2066 to U+2069) and may carry marks of direction (U+200E, U+200F). Both reach no
 * further than the line, and neither turns letters round: in prose they act unseen.
 */
const ACTING = /^[\u200e\u200f\u2066-\u2069]$/

/** One line: line breaks are the caller's. In code everything is shown. */
export function visible(line: string, kind: 'prose' | 'code' = 'code'): string {
  return line
    .toWellFormed()
    .normalize('NFC')
    .replace(HIDDEN, hidden => (kind === 'prose' && ACTING.test(hidden) ? hidden : codeOf(hidden)))
    .replace(TOWER, tower => [...tower].map(codeOf).join(''))
}

/** Lines as they stand; a tab is two columns, since a phone has only some fifty. */
export function linesOf(text: string): string[] {
  return text.split(/\r\n|\n|\r/).map(line => line.replace(/\t/g, '  '))
}
