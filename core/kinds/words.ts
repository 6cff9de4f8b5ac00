// Words that go with a judgement: a sentence on a wrong step, a comment on a line.
import { z } from 'zod'

/** A reason shorter than this helps nobody; one longer is an essay. Code points, after cleaning. */
export const WORDS_MIN = 10
export const WORDS_MAX = 600

export const someWords = z.string().refine(given => [...given].length >= WORDS_MIN && [...given].length <= WORDS_MAX, {
  message: `${WORDS_MIN} to ${WORDS_MAX} characters`,
})

/** What a cell of a table holds where its kind has structure; text that is no JSON stays, and the schema says what was expected. */
export function fromJson(cell: string): unknown {
  try {
    return JSON.parse(cell) as unknown
  } catch {
    return cell
  }
}
