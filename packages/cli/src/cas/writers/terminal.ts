import { alignedTable } from '../../terminal/table.ts'
import type { Terminal } from '../../terminal/terminal.ts'
import type { Columns } from '../extract/columns.ts'
import type { TableWriter } from './writer.ts'

const shown = 100

/** The first rows as a table on a terminal. */
export function terminalWriter({ hasErrors }: Columns, names: readonly string[], terminal: Terminal): TableWriter {
  const rows: unknown[][] = []
  let count = 0
  return {
    async write({ index, error }, values) {
      count += 1
      if (rows.length < shown) rows.push([index, ...values, ...(hasErrors ? [error] : [])])
    },
    async end() {
      const table = { columns: ['row', ...names, ...(hasErrors ? ['error'] : [])], rows }
      const head = (text: string): string => terminal.style(terminal.stdout, 'bold', text)
      await terminal.print(await alignedTable(table, terminal.widthOf(terminal.stdout) ?? 80, head))
      if (count > shown) await terminal.print(`… and ${count - shown} more rows: -o FILE writes them all\n`)
    }
  }
}
