// Code inside a text: what stands between two lines of three backticks. Pure.

export type Fenced = { language: string; text: string }

/** Beyond these the text stands alone: a screen is no gallery. */
const MOST = 3

/** The fenced code of a text that is whole in it, in order; a fence that is left open is text. Read line by line: linear in any text. */
export function codeIn(text: string): Fenced[] {
  const found: Fenced[] = []
  let open: { language: string; lines: string[] } | undefined
  for (const line of text.split('\n')) {
    const fence = /^```([\w+#.-]{0,20})\s*$/.exec(line)
    if (open === undefined) {
      if (fence !== null) open = { language: fence[1] ?? '', lines: [] }
    } else if (fence === null || fence[1] !== '') open.lines.push(line)
    else {
      if (open.lines.some(one => one.trim() !== ''))
        found.push({ language: open.language, text: open.lines.join('\n') })
      open = undefined
    }
  }
  return found.slice(0, MOST)
}

/** The last `mark` outside such code and behind `from`; -1 where there is none. The text begins outside of any. */
export function lastOutsideCode(text: string, mark: string, from: number): number {
  const fences = [...text.matchAll(/^```/gm)].map(fence => fence.index)
  for (let at = text.lastIndexOf(mark); at > from; at = text.lastIndexOf(mark, at - 1)) {
    while ((fences.at(-1) ?? -1) >= at + mark.length) fences.pop()
    if (fences.length % 2 === 0) return at
  }
  return -1
}
