import { createHash } from 'node:crypto'
import { existsSync, statSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { dirname, extname } from 'node:path'
import type { EnrichRequest, FeatureLike } from '@geoclients/cas-client'
import { UsageError } from '../../program/usage-error.ts'
import type { Terminal } from '../../terminal/terminal.ts'
import { isPipe } from '../readers/byte-stream.ts'
import { firstBytes } from '../readers/first-bytes.ts'
import type { Places } from '../readers/places.ts'
import type { Header } from './journal.ts'
import { type ExtractOptions, formats, type Shard, type TableFormat } from './options.ts'

const byExtension: Readonly<Record<string, TableFormat>> = {
  '.csv': 'csv',
  '.geojson': 'geojson',
  '.json': 'geojson',
  '.geojsonl': 'geojsonl',
  '.geojsons': 'geojsonl',
  '.ndjson': 'geojsonl',
  '.jsonl': 'geojsonl',
  '.parquet': 'parquet',
  '.geoparquet': 'parquet'
}

/** The output format: from the option or the file name; otherwise a table on a terminal and CSV in a pipe. */
export function formatOf(terminal: Terminal, { format, output }: ExtractOptions): TableFormat {
  if (format === 'parquet' && output === undefined) throw new UsageError('-f parquet needs -o FILE')
  if (format !== undefined) return format
  if (output === undefined) return terminal.stdout.isTTY ? 'table' : 'csv'
  const found = byExtension[extname(output).toLowerCase()]
  if (found) return found
  throw new UsageError(`the extension of ${output} does not name a known format`, {
    next: `Pass -f with one of ${formats.join(', ')}`
  })
}

/** Refuses a place for a file where none can be written, or where the input is. */
export function checkOutput(output: string, input: string): void {
  const folder = dirname(output)
  if (!existsSync(folder)) throw new UsageError(`there is no folder ${folder}`, { next: `Make it: mkdir -p ${folder}` })
  const found = statSync(output, { throwIfNoEntry: false })
  if (found?.isDirectory()) throw new UsageError(`${output} is a folder, expected a file`)
  const source = input === '-' ? undefined : statSync(input, { throwIfNoEntry: false })
  if (found && source && found.ino === source.ino && found.dev === source.dev) {
    throw new UsageError(`${output} is the file that is read`, { next: 'Give the table another name.' })
  }
}

/** The request, without the options for the output. */
export function requestOf(options: ExtractOptions, names: Readonly<Record<string, string>>): EnrichRequest {
  const { dataset, aggregation, start, end, overwrite = false } = options
  if ((start === undefined) !== (end === undefined)) throw new UsageError('pass both --start and --end, or neither')
  for (const [option, time] of Object.entries({ '--start': start, '--end': end })) {
    if (time !== undefined && Number.isNaN(Date.parse(time))) {
      throw new UsageError(
        `${option} is ${JSON.stringify(time)}, expected a time such as 2020-01-31 or 2020-01-31T12:00:00Z`
      )
    }
  }
  return {
    datasetIds: [...new Set(dataset)],
    ...(aggregation && { aggregation: aggregation.length === 1 ? aggregation[0] : aggregation }),
    ...(start !== undefined && end !== undefined && { timeRange: [start, end] as const }),
    names,
    overwrite,
    ...(options.with?.includes('quality') && { quality: true })
  }
}

/** The identity of a run: the request, and the size and beginning of the file. */
export async function headerOf(file: string, request: EnrichRequest, options: ExtractOptions): Promise<Header> {
  const { shard, fromCrs, lon, lat } = options
  return { version: 1, request, source: await identityOf(file), shard, fromCrs, lon, lat }
}

async function identityOf(file: string): Promise<string | undefined> {
  if (await isPipe(file)) return undefined
  const { size } = await stat(file)
  const hash = createHash('sha256').update(await firstBytes(file, 64 * 1024))
  return `${size}:${hash.digest('hex').slice(0, 16)}`
}

/** Every `of`-th feature, so the parts take about the same time, wherever the large features are. */
export async function* partOf(
  features: AsyncIterable<FeatureLike>,
  shard: Shard | undefined
): AsyncGenerator<FeatureLike> {
  if (shard === undefined) {
    yield* features
    return
  }
  let index = 0
  for await (const feature of features) {
    if (index % shard.of === shard.part - 1) yield feature
    index += 1
  }
}

/** The number of features; undefined if the source can be read only once. */
export async function countOf(
  places: Places,
  shard: Shard | undefined,
  signal: AbortSignal
): Promise<number | undefined> {
  if (!places.canBeReadAgain) return undefined
  let count = 0
  for await (const _ of partOf(places.features(), shard)) {
    count += 1
    if (count % 1000 === 0) signal.throwIfAborted()
  }
  return count
}
