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
