import { stringify } from 'csv-stringify/sync'
import type { Columns } from '../extract/columns.ts'
import type { Row } from '../extract/journal.ts'
import type { TableWriter } from './writer.ts'

/** Writes CSV (RFC 4180) with a header line. The last column has the reason of a failure. */
export function csvWriter(
  columns: Columns,
  names: readonly string[],
  print: (text: string) => Promise<void>
): TableWriter {
  const { hasId, hasErrors } = columns
  const head = [...(hasId ? ['id'] : []), ...names, ...(hasErrors ? ['error'] : [])]
  const lines: unknown[][] = head.length > 0 ? [head] : []
  const flush = async (): Promise<void> => {
    await print(stringify(lines, { record_delimiter: '\n', cast: { boolean: String, bigint: String } }))
    lines.length = 0
  }
  return {
    async write({ feature, error }: Row, values) {
      lines.push([...(hasId ? [feature.id] : []), ...values, ...(hasErrors ? [error] : [])])
      if (lines.length >= 500) await flush()
    },
    end: flush
  }
}
