// Which words of code stand in which colour, by shiki's grammars on its JavaScript engine: no network, no native code.
import { createJavaScriptRegexEngine } from '@shikijs/engine-javascript'
import { codeToTokensBase, createShikiPrimitiveAsync, type ShikiPrimitive } from '@shikijs/primitive'
import type { Palette } from '../palette.ts'
import type { Piece } from '../type/shape.ts'
import { type Grammar, grammarOf } from './grammars.ts'

/** Longer code, and longer lines, are drawn in one colour: a grammar's expressions may take seconds on them. */
const LONGEST_CODE = 64 * 1024
const LONGEST_LINE = 1000
/** Milliseconds for one line, then its rest stays plain. Long enough for a grammar's first line on a busy machine. */
const LINE_MS = 1000

const engine = createJavaScriptRegexEngine({ forgiving: true })
const highlighters = new Map<string, Promise<ShikiPrimitive>>()

/** The lines of `text` as coloured pieces; plain where the language is not known or the text too long. */
export async function highlight(text: string, language: string | undefined, palette: Palette): Promise<Piece[][]> {
  const grammar = text.length > LONGEST_CODE ? undefined : grammarOf(language)
  const plain = () => text.split('\n').map(line => [{ text: line, fill: palette.ink }])
  if (grammar === undefined) return plain()
  try {
    const shiki = await highlighterFor(grammar, palette)
    const lines = codeToTokensBase(shiki, text, {
      lang: grammar.name,
      theme: 'perle',
      tokenizeMaxLineLength: LONGEST_LINE,
      tokenizeTimeLimit: LINE_MS,
    })
    return lines.map(line => line.map(token => ({ text: token.content, fill: token.color ?? palette.ink })))
  } catch {
    // A grammar that this engine cannot run costs the colours, never the picture.
    return plain()
  }
}

function highlighterFor(grammar: Grammar, palette: Palette): Promise<ShikiPrimitive> {
  const key = `${grammar.name} ${palette.ink}`
  const known = highlighters.get(key)
  if (known !== undefined) return known
  const making = createShikiPrimitiveAsync({ engine, themes: [themeOf(palette)], langs: [grammar.load()] })
  highlighters.set(key, making)
  return making
}

/** Five colours at most, those of the pages; comments are quieter, never slanted. */
function themeOf(palette: Palette) {
  const rule = (scope: string[], foreground: string) => ({ scope, settings: { foreground } })
  return {
    name: 'perle',
    type: 'light' as const,
    settings: [
      { settings: { foreground: palette.ink, background: palette.paper } },
      rule(['comment', 'punctuation.definition.comment'], palette.soft),
      rule(['keyword', 'storage', 'keyword.operator.new', 'entity.name.tag'], palette.sealed),
      rule(['keyword.operator', 'punctuation'], palette.ink),
      rule(['string', 'string.regexp', 'markup.inline.raw'], palette.accepted),
      rule(['constant', 'constant.numeric', 'support.constant', 'variable.language'], palette.waiting),
      rule(
        ['entity.name.function', 'support.function', 'entity.name.type', 'entity.name.class', 'support.class'],
        palette.sea,
      ),
    ],
  }
}
