// Several writes as one statement. Pure.

/** One or more parts of a WITH clause, `name as (...)`, the values by number from $1. Names are its own: two of one sort do not fold. */
export type Fragment = { text: string; values: readonly unknown[] }

/** Texts that came together before. Few: what a turn writes is always one of a handful of sequences. */
const known = new Map<string, string>()
const MOST_KNOWN = 500

/** PostgreSQL manual 7.8.4: all parts are done once, to the end, whether or not anything reads them, on the data as it was before. */
export function foldedText(texts: readonly string[]): string {
  const key = texts.join('\u001f')
  const before = known.get(key)
  if (before !== undefined) return before
  let shift = 0
  const parts = texts.map(text => {
    let most = 0
    const moved = text.replace(/\$(\d+)/g, (_, number: string) => {
      most = Math.max(most, Number(number))
      return `$${Number(number) + shift}`
    })
    shift += most
    return moved
  })
  const made = `with ${parts.join(',\n')}\nselect 1`
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(key, made)
  return made
}
