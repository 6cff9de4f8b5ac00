// Statements on the way of every answer. Building one with drizzle costs more than asking it, so their text is made once, and rows are read
// and written by the tables' own columns.
import { getTableColumns, getTableName, type InferInsertModel, type InferSelectModel } from 'drizzle-orm'
import { toSnakeCase } from 'drizzle-orm/casing'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'

/** The columns of a table in one order: to select them, to read them, to write them. */
export function rowsIn<T extends PgTable>(table: T) {
  const columns = Object.entries(getTableColumns(table)) as [string, PgColumn][]
  const names = columns.map(([key]) => `"${toSnakeCase(key)}"`)
  return {
    name: `"${getTableName(table)}"`,
    width: columns.length,
    /** `alias."id", alias."state", ...` */
    select: (alias: string) => names.map(name => `${alias}.${name}`).join(', '),
    into: `("${names.map(name => name.slice(1, -1)).join('", "')}")`,
    /** `$from, $from+1, ...`, one a column. */
    places: (from: number) => columns.map((_, index) => `$${from + index}`).join(', '),
    /** The row that begins at `at`. */
    read(values: readonly unknown[], at = 0): InferSelectModel<T> {
      const row: Record<string, unknown> = {}
      for (const [index, [key, column]] of columns.entries()) {
        const value = values[at + index]
        row[key] = value === null || value === undefined ? null : column.mapFromDriverValue(value)
      }
      return row as InferSelectModel<T>
    },
    /** Values for `places`; a column without a value is null, so a default must be given. */
    write(row: InferInsertModel<T>): unknown[] {
      const given = row as Record<string, unknown>
      return columns.map(([key, column]) => {
        const value = given[key]
        return value === null || value === undefined ? null : column.mapToDriverValue(value)
      })
    },
  }
}
