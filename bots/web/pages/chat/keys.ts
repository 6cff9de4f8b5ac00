import type { Button } from '../../../conversation/view.ts'

/** A button with the keys that press it, as shown on screen; the first is its own, "Enter" is the primary's second. */
export type Keyed = { button: Button; keys: string[] }

/**
 * Keys of a View's buttons. A button's own `key` comes first ("S", "Backspace"); the others that press get 1 to 9 in
 * reading order, passing over digits that are taken. The first primary also gets Enter.
 */
export function assignKeys(rows: Button[][]): Keyed[][] {
  const taken = new Set<string>()
  for (const button of rows.flat()) {
    if (button.kind === 'press' && button.key !== undefined) taken.add(keyName(button.key))
  }
  const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'].filter(digit => !taken.has(digit))
  let enterIsFree = !taken.has('Enter')
  return rows.map(row =>
    row.map(button => {
      if (button.kind !== 'press') return { button, keys: [] }
      const own = button.key === undefined ? digits.shift() : keyName(button.key)
      const keys = own === undefined ? [] : [own]
      if (button.primary && enterIsFree) {
        enterIsFree = false
        keys.push('Enter')
      }
      return { button, keys }
    }),
  )
}

/** One spelling of a key: letters in capitals, the rest as KeyboardEvent names them. */
export function keyName(key: string): string {
  return key.length === 1 ? key.toUpperCase() : key
}
