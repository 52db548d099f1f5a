import { type ReactElement, useMemo, useState } from 'react'
import { texts } from '../../texts/en.ts'
import type { Cell, Table } from '../content.ts'
import { saveBlob } from '../save-blob.ts'
import { writeCsv } from './csv.ts'
import { type Order, sortedRows } from './sort-rows.ts'

const page = 50

interface TableViewProps {
  readonly table: Table
  readonly title: string
  /** The row that is chosen elsewhere, by its index in the table. */
  readonly chosen?: number | undefined
  readonly onChoose?: (row: number) => void
}

/** A table that is sorted by any column, in pages; as CSV to be saved. */
export function TableView({ table, title, chosen, onChoose }: TableViewProps): ReactElement {
  const [order, setOrder] = useState<Order>()
  const [count, setCount] = useState(page)
  const sorted = useMemo(() => sortedRows(table.rows, order), [table, order])
  const shown = sorted.slice(0, count)
  // A row that was chosen on a map is shown, however far down it stands.
  const isHidden = chosen !== undefined && !shown.includes(chosen)
  const visible = isHidden ? [chosen, ...shown] : shown
  return (
    <div className="table">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard. */}
      <section className="table-scroll" tabIndex={0} aria-label={texts.table.of(title)}>
        <table>
          <thead>
            <tr>
              {table.columns.map((column, index) => (
                <th key={column} scope="col" aria-sort={sortOf(order, index)}>
                  <button type="button" onClick={() => setOrder(nextOrder(order, index))}>
                    {column}
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {visible.map((row) => (
              <tr key={row} className={row === chosen ? 'chosen' : undefined} onClick={() => onChoose?.(row)}>
                {table.rows[row]?.map((cell, index) => (
                  <td key={table.columns[index]} className={classOf(cell)}>
                    {index === 0 && onChoose ? (
                      <button
                        type="button"
                        className="cell"
                        aria-pressed={row === chosen}
                        onClick={() => onChoose(row)}
                      >
                        {text(cell)}
                      </button>
                    ) : (
                      text(cell)
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className="table-foot">
        <span className="meta">{texts.table.count(Math.min(count, sorted.length), sorted.length)}</span>
        {sorted.length > count && (
          <button type="button" className="quiet" onClick={() => setCount(count + 10 * page)}>
            {texts.table.more}
          </button>
        )}
        <button
          type="button"
          className="quiet"
          onClick={() => saveBlob(new Blob([writeCsv(table)], { type: 'text/csv' }), `${title}.csv`)}
        >
          {texts.table.csv}
        </button>
      </p>
    </div>
  )
}

const text = (cell: Cell): string =>
  cell === null
    ? ''
    : typeof cell === 'number'
      ? cell.toLocaleString('en', { maximumFractionDigits: 6, useGrouping: false })
      : String(cell)

/** Texts up to the length of a time stay in one line. */
const classOf = (cell: Cell): string | undefined =>
  typeof cell === 'number' ? 'number' : String(cell).length <= 24 ? 'short' : undefined

function nextOrder(order: Order | undefined, column: number): Order | undefined {
  if (order?.column !== column) return { column, isDescending: false }
  return order.isDescending ? undefined : { column, isDescending: true }
}

function sortOf(order: Order | undefined, column: number): 'ascending' | 'descending' | 'none' {
  if (order?.column !== column) return 'none'
  return order.isDescending ? 'descending' : 'ascending'
}
