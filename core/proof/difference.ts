// What a check found, in a form that people can act on.

/** Where something is wrong. `row` is a rowId, a campaign id, an address or "line 17"; '' for the part as a whole. */
export type Difference = { part: string; row: string; field: string; found: string; expected: string }
/** Takes one difference; a checker goes on after it. */
export type Report = (difference: Difference) => void

export function fault(
  part: string,
  row: string,
  field: string,
  found: bigint | string,
  expected: bigint | string,
): Difference {
  return { part, row, field, found: String(found), expected: String(expected) }
}
