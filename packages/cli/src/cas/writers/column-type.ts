export type ColumnType = 'number' | 'boolean' | 'text' | 'geometry'

/** The type of a column with the type `before` and a new value. It becomes text if the types differ. */
export function typeWith(before: ColumnType | undefined, value: unknown): ColumnType | undefined {
  if (value === undefined || value === null) return before
  const type = typeof value === 'number' ? 'number' : typeof value === 'boolean' ? 'boolean' : 'text'
  return before === undefined || before === type ? type : 'text'
}
