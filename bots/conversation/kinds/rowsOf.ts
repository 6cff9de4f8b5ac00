import type { Button } from '../view.ts'

/** Two labels share a row of a phone when both are short. */
const WIDE = 17

/** Buttons in rows of at most `most`, fewer where a label is long. */
export function rowsOf(buttons: Button[], most = 2): Button[][] {
  const rows: Button[][] = []
  for (const button of buttons) {
    const row = rows.at(-1)
    const fits = row !== undefined && row.length < most && [...row, button].every(one => [...one.label].length <= WIDE)
    if (fits) row.push(button)
    else rows.push([button])
  }
  return rows
}

/** At most so many rows, evenly filled where long words would need more: a few labels of ours in a longer language. */
export function inRows(buttons: Button[], rows: number): Button[][] {
  const free = rowsOf(buttons)
  if (free.length <= rows) return free
  const each = Math.ceil(buttons.length / rows)
  return Array.from({ length: rows }, (_, row) => buttons.slice(row * each, (row + 1) * each)).filter(
    row => row.length > 0,
  )
}

/** Buttons in pages of at most `rows` rows. */
export function pagesOf(buttons: Button[], rows: number, most = 2): Button[][] {
  const pages: Button[][] = [[]]
  for (const button of buttons) {
    const page = pages.at(-1) as Button[]
    if (page.length > 0 && rowsOf([...page, button], most).length > rows) pages.push([button])
    else page.push(button)
  }
  return pages
}
