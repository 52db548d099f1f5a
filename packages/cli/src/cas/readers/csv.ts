import { once } from 'node:events'
import type { Readable } from 'node:stream'
import type { Feature } from '@geoclients/cas-client'
import { parse } from 'csv-parse'
import { UsageError } from '../../program/usage-error.ts'
import type { Terminal } from '../../terminal/terminal.ts'
import { byteStream, isPipe } from './byte-stream.ts'
import type { Places, TableColumns } from './places.ts'

const longitudes = ['longitude', 'lon', 'lng', 'long', 'x', 'lon_dd', 'decimallongitude', 'easting']
const latitudes = ['latitude', 'lat', 'y', 'lat_dd', 'decimallatitude', 'northing']

/** A table with a header line and a point per line, separated by comma, semicolon or tab. */
export async function openCsv(terminal: Terminal, file: string, columns: TableColumns): Promise<Places> {
  const canBeReadAgain = !(await isPipe(file))
  let found: readonly [string, string] | undefined
  const features = (): AsyncGenerator<Feature> =>
    points(terminal, file, columns, (names) => {
      found = names
    })
  return { canBeReadAgain, features, coordinateColumns: () => found }
}

async function* points(
  terminal: Terminal,
  file: string,
  columns: TableColumns,
  onHead: (names: readonly [string, string]) => void
): AsyncGenerator<Feature> {
  const bytes = byteStream(terminal, file)
  const delimiter = await delimiterOf(bytes)
  const rows = bytes.pipe(parse({ bom: true, delimiter, skip_empty_lines: true, trim: true }))
  bytes.on('error', (error) => rows.destroy(error))
  let head: readonly string[] | undefined
  let at: readonly [number, number] = [0, 0]
  try {
    for await (const row of rows as AsyncIterable<string[]>) {
      if (head === undefined) {
        head = checkedHead(file, row)
        at = [find(file, head, columns.lon, longitudes, '--lon'), find(file, head, columns.lat, latitudes, '--lat')]
        onHead([head[at[0]] ?? '', head[at[1]] ?? ''])
        continue
      }
      if (row.some((text) => text.includes('\ufffd'))) throw notUtf8(file, row)
      const properties = Object.fromEntries(head.map((name, index) => [name, row[index] ?? '']))
      yield {
        type: 'Feature',
        properties,
        geometry: { type: 'Point', coordinates: at.map((index) => degrees(row[index])) }
      }
    }
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && String(cause.code).startsWith('CSV_')) {
      throw new UsageError(`${file} is not a table: ${cause.message}`, { cause })
    }
    throw cause
  } finally {
    bytes.destroy()
  }
  if (head === undefined) throw new UsageError(`${file} has no line with the names of columns`)
}

function checkedHead(file: string, head: readonly string[]): readonly string[] {
  const twice = head.find((name, index) => name !== '' && head.indexOf(name) < index)
  if (twice !== undefined) throw new UsageError(`${file} has two columns ${twice}`, { next: 'Rename one of them.' })
  if (head.some((name) => name.includes('\ufffd'))) throw notUtf8(file, head)
  return head
}

function notUtf8(file: string, row: readonly string[]): UsageError {
  return new UsageError(
    `${file} is not UTF-8, in the line that begins with ${JSON.stringify(row.slice(0, 3).join())}`,
    {
      next: 'Save it as UTF-8, or convert it: iconv -f WINDOWS-1252 -t UTF-8'
    }
  )
}

/** The one that the head line has most of. */
async function delimiterOf(bytes: Readable): Promise<string> {
  await once(bytes, 'readable')
  const chunk: Buffer | string | null = bytes.read()
  if (chunk === null) return ','
  bytes.unshift(chunk)
  const [head = ''] = String(chunk).split('\n', 1)
  const times = (delimiter: string): number => head.split(delimiter).length
  return ['\t', ';', ','].reduce((most, other) => (times(other) >= times(most) ? other : most))
}

function find(
  file: string,
  head: readonly string[],
  named: string | undefined,
  usual: readonly string[],
  option: string
): number {
  const index = head.findIndex((name) => (named === undefined ? usual.includes(name.toLowerCase()) : name === named))
  if (index >= 0) return index
  const what = named === undefined ? `no column of coordinates (${usual.slice(0, 3).join(', ')})` : `no column ${named}`
  throw new UsageError(`${file} has ${what}. Its columns are ${head.join(', ')}`, {
    next: `To name the column: ${option} COLUMN`
  })
}

/** Reads degrees, also with a decimal comma. The client refuses anything else, with its row. */
function degrees(text: string = ''): number {
  return text === '' ? Number.NaN : Number(text.replace(',', '.'))
}
