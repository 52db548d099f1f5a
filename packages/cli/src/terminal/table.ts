import type CliTable from 'cli-table3'
import { cell } from './printable.ts'

export interface Table {
  /** The column names; without them there is no header. The first column identifies the row, so it is never cut. */
  readonly columns?: readonly string[]
  readonly rows: readonly (readonly unknown[])[]
}

const edges = [
  'top',
  'top-mid',
  'top-left',
  'top-right',
  'bottom',
  'bottom-mid',
  'bottom-left',
  'bottom-right'
] as const
const inner = ['left', 'left-mid', 'mid', 'mid-mid', 'right', 'right-mid', 'middle'] as const
const chars = Object.fromEntries([...edges, ...inner].map((name) => [name, name === 'middle' ? '  ' : '']))

/** Tab-separated lines for the next program in a pipe. Nothing is cut. */
export function plainTable({ columns, rows }: Table): string {
  return [...(columns ? [columns] : []), ...rows].map((row) => `${row.map(cell).join('\t')}\n`).join('')
}

/** Aligned columns that fit into `width`; the widest are cut first. */
export async function alignedTable(
  { columns, rows }: Table,
  width: number,
  head: (text: string) => string
): Promise<string> {
  const { default: Table } = await import('cli-table3')
  const cells = rows.map((row) => row.map(cell))
  const all = [...(columns ? [columns] : []), ...cells]
  if (all.length === 0) return ''
  const table: CliTable.Table = new Table({
    chars,
    colWidths: fit(
      (columns ?? cells[0] ?? []).map((_, index) => longest(all.map((row) => row[index] ?? ''))),
      width
    ),
    head: (columns ?? []).map(head),
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0, compact: true }
  })
  table.push(...cells)
  const lines = table.toString().split('\n')
  return lines.map((line) => `${line.trimEnd()}\n`).join('')
}

const longest = (texts: readonly string[]): number => Math.max(1, ...texts.map((text) => text.length))

/** Narrows the widest column, except the first, until all fit with two blanks between them. */
function fit([first = 1, ...wanted]: readonly number[], width: number): number[] {
  const widths = [...wanted]
  let excess = widths.reduce((sum, one) => sum + one + 2, first) - width
  while (excess > 0) {
    const widest = Math.max(0, ...widths)
    if (widest <= narrowest) break
    widths[widths.indexOf(widest)] = widest - 1
    excess -= 1
  }
  return [first, ...widths]
}

/** Minimum width of a cut column. */
const narrowest = 6
