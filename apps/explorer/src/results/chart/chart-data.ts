import type { Cell, Table } from '../content.ts'

export interface Series {
  readonly name: string
  readonly values: readonly (number | null)[]
}

export interface ChartData {
  /** What stands along the axis: milliseconds since 1970 if `isTime`, otherwise numbers. */
  readonly along: readonly number[]
  readonly isTime: boolean
  readonly name: string
  readonly series: readonly Series[]
}

const fewest = 3
const mostSeries = 6

/** A chart of a table whose first column goes up, as time or number, with numbers beside it; undefined for other tables. */
export function chartOf({ columns, rows }: Table): ChartData | undefined {
  if (rows.length < fewest || columns.length < 2) return undefined
  const first = rows.map((row) => row[0] ?? null)
  const isTime = first.every((cell) => typeof cell === 'string' && /^\d{4}-\d\d/.test(cell))
  const along = first.map((cell) => (isTime ? Date.parse(String(cell)) : typeof cell === 'number' ? cell : Number.NaN))
  if (!along.every((value, index) => Number.isFinite(value) && (index === 0 || value > (along[index - 1] ?? value))))
    return undefined
  const series = columns.flatMap((name, column): Series[] => {
    const values = rows.map((row): Cell => row[column] ?? null)
    const isNumeric =
      values.some((value) => value !== null) && values.every((value) => value === null || typeof value === 'number')
    return column > 0 && isNumeric ? [{ name, values: values as (number | null)[] }] : []
  })
  return series.length === 0
    ? undefined
    : { along, isTime, name: columns[0] ?? '', series: series.slice(0, mostSeries) }
}
