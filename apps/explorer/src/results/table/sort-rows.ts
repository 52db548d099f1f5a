import type { Cell } from '../content.ts'

export interface Order {
  readonly column: number
  readonly isDescending: boolean
}

const collator = new Intl.Collator('en', { numeric: true })

/** The indices of the rows in the order of a column; what has no value stands last either way. */
export function sortedRows(rows: readonly (readonly Cell[])[], order: Order | undefined): number[] {
  const indices = rows.map((_, index) => index)
  if (!order) return indices
  const sign = order.isDescending ? -1 : 1
  const cellIn = (row: number): Cell => rows[row]?.[order.column] ?? null
  return indices.sort((one, other) => {
    const [a, b] = [cellIn(one), cellIn(other)]
    if (a === null || b === null) return Number(a === null) - Number(b === null)
    return sign * (typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b)))
  })
}
