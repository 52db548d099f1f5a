import type { Row } from '../extract/journal.ts'

/** What a row is written as: the names of the columns are known before the first. */
export interface TableWriter {
  write(row: Row, values: readonly unknown[]): Promise<void>
  /** Afterwards all is written. */
  end(): Promise<void>
}
