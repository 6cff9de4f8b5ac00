/** Rows of one statement on the database under test, read while Perle runs on it. Sums and times come as text. */
export type Query = <T>(text: string) => Promise<T[]>

export const listed = (values: readonly string[]) =>
  values.length === 0 ? 'null' : values.map(value => `'${value.replaceAll("'", "''")}'`).join(', ')
