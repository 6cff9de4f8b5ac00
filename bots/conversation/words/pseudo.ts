// Made-up languages, 40 % longer and with accents: they show words that are not in the catalogue, and layouts that are too tight.
// One runs from left to right, one from right to left.
/** As they are where the typefaces of pictures have no such letter with an accent. */
const ACCENTS: Record<string, string> = {
  a: 'á', b: 'b', c: 'ç', d: 'ð', e: 'é', f: 'f', g: 'ĝ', h: 'ĥ', i: 'í', j: 'ĵ', k: 'ķ', l: 'ļ', m: 'm',
  n: 'ñ', o: 'ó', p: 'þ', q: 'q', r: 'ŕ', s: 'š', t: 'ţ', u: 'ú', v: 'v', w: 'ŵ', x: 'x', y: 'ý', z: 'ž',
} // biome-ignore format: a table of letters

/** By how much a translation may grow: the usual allowance for English sentences. */
const GROWTH = 0.4

function stretch(text: string): string {
  let owed = 0
  return [...text]
    .map(letter => {
      const accent = ACCENTS[letter.toLowerCase()]
      if (accent === undefined) return letter
      const shown = letter === letter.toLowerCase() ? accent : accent.toUpperCase()
      owed += GROWTH
      if (owed < 1) return shown
      owed -= 1
      return shown + accent
    })
    .join('')
}

/** Every sentence in the made-up language; places, commands and bold marks stay. */
export function pseudoOf(catalogue: Record<string, string>): Record<string, string> {
  const longer = (text: string) =>
    text
      .split(/(\{\w+\}|\*\*|\/[a-z]+)/)
      .map((part, index) => (index % 2 === 1 ? part : stretch(part)))
      .join('')
  return Object.fromEntries(Object.entries(catalogue).map(([key, text]) => [key, longer(text)]))
}

/** Right-to-left mark: a letter of no width (UAX 9, class R). */
const RTL = '\u200f'

/** The same from right to left: a mark before each word makes words follow one another leftwards, and each can still be read. */
export function mirrorOf(catalogue: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(pseudoOf(catalogue)).map(([key, text]) => [key, RTL + text.replace(/ (?=\S)/g, ` ${RTL}`)]),
  )
}
