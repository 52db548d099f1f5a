import { existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import {
  type CasClient,
  type EnrichedRow,
  type EnrichRequest,
  type FeatureLike,
  failedDatasets,
  type StreamOptions
} from '@geoclients/cas-client'
import { UsageError } from '../../program/usage-error.ts'
import { type Live, live } from '../../terminal/live.ts'
import { printable } from '../../terminal/printable.ts'
import type { Terminal } from '../../terminal/terminal.ts'
import type { Places } from '../readers/places.ts'
import { counted, numbers } from './counted.ts'
import { type Header, Journal, type Row, readRows } from './journal.ts'
import type { ExtractOptions } from './options.ts'
import { countOf, partOf } from './plan.ts'
import { Progress } from './progress.ts'
import { reasonOf } from './reason.ts'

/** Extracts the rows that are not in the journal yet. */
export async function ask(
  terminal: Terminal,
  cas: CasClient,
  places: Places,
  path: string,
  request: EnrichRequest,
  header: Header,
  options: ExtractOptions
): Promise<void> {
  const journal =
    (options.resume ? await Journal.resume(path, header) : undefined) ?? (await Journal.create(path, header))
  const bar = await live(terminal, options.quiet)
  let isVain = false
  try {
    bar.update('counting')
    const total = await countOf(places, options.shard, terminal.signal)
    bar.clear()
    if (!options.quiet) terminal.say(planText(total, journal.next, request))
    const progress = new Progress(bar, journal.next, total)
    const rows = cas.enrich(partOf(places.features(), options.shard), request, {
      ...streamOptions(terminal, bar, progress, options),
      startAt: journal.next
    })
    for await (const row of rows) {
      await journal.append(rowOf(row, request, places))
      progress.row(row.index + 1, !row.ok)
    }
  } catch (error) {
    // What ended it may be a disk that is full.
    await journal.flush().catch(() => {})
    isVain = journal.next === 0
    if (options.output !== undefined && journal.kept > 0) {
      bar.clear()
      const are = journal.kept === 1 ? 'is' : 'are'
      terminal.say(`${counted(journal.kept, 'row')} ${are} kept. To continue, run the same command with --resume`)
    }
    throw error
  } finally {
    bar.stop()
    await journal.close()
    if (isVain) await rm(path, { force: true })
  }
}

/** Repeats rows that failed or in which a dataset failed. Other rows are kept. */
export async function askAgain(
  terminal: Terminal,
  cas: CasClient,
  path: string,
  request: EnrichRequest,
  header: Header,
  options: ExtractOptions
): Promise<void> {
  if (!existsSync(path)) throw new UsageError(`${path} does not exist, so there are no failed rows`)
  const other = `${path}.again`
  await rm(other, { force: true })
  const journal = await Journal.create(other, header)
  const bar = await live(terminal, options.quiet)
  const progress = new Progress(bar, 0, undefined)
  let isWhole = false
  try {
    async function* failed(): AsyncGenerator<FeatureLike> {
      for await (const row of readRows(path)) if (isFailed(row)) yield row.feature
    }
    const again = { ...request, overwrite: true }
    const rows = cas.enrich(failed(), again, streamOptions(terminal, bar, progress, options))
    for await (const row of readRows(path, header)) {
      if (!isFailed(row)) await journal.append(row)
      else {
        const { value, done } = await rows.next()
        if (done) throw new Error('the file has changed')
        await journal.append({ ...rowOf(value, request), index: row.index })
        progress.row(value.index + 1, !value.ok)
      }
    }
    await rows.return()
    isWhole = true
  } finally {
    bar.stop()
    await journal.close()
    if (!isWhole) await rm(other, { force: true })
  }
  await rename(other, path)
}

function streamOptions(
  terminal: Terminal,
  bar: Live,
  progress: Progress,
  { concurrency }: ExtractOptions
): StreamOptions {
  return {
    signal: terminal.signal,
    ...(concurrency !== undefined && { concurrency }),
    onWait: (wait) => progress.wait(wait),
    onWarning: ({ message }) => {
      bar.clear()
      terminal.say(printable(`warning: ${message}`))
    }
  }
}

const isFailed = ({ error, failed = [] }: Row): boolean => error !== undefined || failed.length > 0

function rowOf(row: EnrichedRow<FeatureLike>, request: EnrichRequest, places?: Places): Row {
  const { index, feature } = row
  if (!row.ok) return { index, feature, error: reasonOf(row.error.message, feature, places?.coordinateColumns?.()) }
  const failed = [...failedDatasets(row.response, request).keys()]
  const classes: Record<string, readonly string[]> = {}
  const several = new Set([request.aggregation ?? []].flat())
  for (const { dataset_id, aggregation, value } of row.response.results) {
    if (typeof value !== 'object' || value === null) continue
    const name = request.names?.[dataset_id] ?? dataset_id
    const group = several.size > 1 && several.has(aggregation) ? `${name}_${aggregation}.` : `${name}.`
    const keys = Object.keys(value).map((one) => group + one)
    const written = keys.filter((key) => Object.hasOwn(feature.properties, key))
    if (written.length > 0) classes[group] = [...(classes[group] ?? []), ...written]
  }
  return {
    index,
    feature,
    ...(failed.length > 0 && { failed }),
    ...(Object.keys(classes).length > 0 && { classes })
  }
}

function planText(total: number | undefined, first: number, { datasetIds, aggregation }: EnrichRequest): string {
  const sets = counted(datasetIds.length, 'dataset')
  if (total === undefined) return `places from standard input, ${sets}`
  const rounds = Math.ceil(datasetIds.length / 50) * [aggregation].flat().length
  const requests = Math.ceil((total - first) / 1000) * rounds
  const kept = first > 0 ? `, ${numbers.format(first)} already done` : ''
  return `${counted(total, 'place')}${kept}, ${sets}: at least ${counted(requests, 'request')}`
}
