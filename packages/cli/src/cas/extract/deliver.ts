import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import { shortenNames } from '@geoclients/cas-client'
import { writeWhole } from '@geoclients/client-core/node'
import type { Terminal } from '../../terminal/terminal.ts'
import { type ColumnType, typeWith } from '../writers/column-type.ts'
import { csvWriter } from '../writers/csv.ts'
import { geojsonWriter } from '../writers/geojson.ts'
import type { TableWriter } from '../writers/writer.ts'
import { type Asked, ColumnFinder, type Columns, valuesOf } from './columns.ts'
import { readRows } from './journal.ts'
import type { TableFormat } from './options.ts'
import { type Report, ReportMaker } from './report.ts'

export interface Delivery {
  readonly journal: string
  /** The output file. Default: standard output. */
  readonly output: string | undefined
  readonly format: TableFormat
  readonly asked: Asked
  readonly isShort: boolean
  readonly milliseconds: number
}

/** Writes the table of a journal. The journal is read twice, for the columns and for the rows, so it need not be in memory. */
export async function deliver(
  terminal: Terminal,
  delivery: Delivery
): Promise<{ report: Report; names: readonly string[] }> {
  const { journal, asked, output } = delivery
  const finder = new ColumnFinder(asked)
  const maker = new ReportMaker(asked.names)
  for await (const row of readRows(journal)) {
    finder.see(row)
    maker.see(row)
  }
  const columns = finder.columns()
  const names = delivery.isShort ? shortNames(columns.names) : columns.names
  if (output === undefined) await writeRows(delivery, columns, await writerTo(terminal, delivery, columns, names))
  else await writeWhole(output, (part) => writeFile(part, delivery, columns, names))
  return { report: maker.report(delivery.milliseconds), names }
}

async function writeFile(file: string, delivery: Delivery, columns: Columns, names: readonly string[]): Promise<void> {
  if (delivery.format === 'parquet') {
    const { geoparquetWriter } = await import('../writers/geoparquet.ts')
    const types = await typesOf(delivery.journal, columns)
    return writeRows(delivery, columns, geoparquetWriter(columns, names, types, file))
  }
  const stream = createWriteStream(file)
  const done = finished(stream)
  done.catch(() => {})
  const print = (text: string): Promise<void> =>
    new Promise((resolve, reject) => stream.write(text, (error) => (error ? reject(error) : resolve())))
  await writeRows(delivery, columns, textWriter(delivery.format, columns, names, print))
  stream.end()
  await done
}

async function writeRows({ journal }: Delivery, columns: Columns, writer: TableWriter): Promise<void> {
  for await (const row of readRows(journal)) await writer.write(row, valuesOf(row, columns))
  await writer.end()
}

async function writerTo(
  terminal: Terminal,
  { format }: Delivery,
  columns: Columns,
  names: readonly string[]
): Promise<TableWriter> {
  if (format !== 'table') return textWriter(format, columns, names, (text) => terminal.print(text))
  const { terminalWriter } = await import('../writers/terminal.ts')
  return terminalWriter(columns, names, terminal)
}

function textWriter(
  format: TableFormat,
  columns: Columns,
  names: readonly string[],
  print: (text: string) => Promise<void>
): TableWriter {
  return format === 'csv'
    ? csvWriter(columns, names, print)
    : geojsonWriter(columns, names, print, format === 'geojsonl')
}

async function typesOf(journal: string, columns: Columns): Promise<ColumnType[]> {
  const types: (ColumnType | undefined)[] = columns.names.map(() => undefined)
  for await (const row of readRows(journal)) {
    for (const [index, value] of valuesOf(row, columns).entries()) types[index] = typeWith(types[index], value)
  }
  return types.map((type) => type ?? 'text')
}

/** Names of ten characters, for Shapefiles. */
function shortNames(names: readonly string[]): readonly string[] {
  const shorten = shortenNames(10)
  const properties = Object.fromEntries(names.map((name, index) => [name, index]))
  const short = shorten({ type: 'Feature', geometry: null, properties }).properties
  return Object.entries(short)
    .sort(([, one], [, other]) => one - other)
    .map(([name]) => name)
}
