import { byDataset, type CasClient, type Dataset, failedDatasets, isCasError } from '@geoclients/cas-client'
import { collect } from '@geoclients/ogc-client/helpers'
import type { ServiceOptions } from '../program/service-options.ts'
import { UsageError } from '../program/usage-error.ts'
import { live } from '../terminal/live.ts'
import { show } from '../terminal/show.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { findAll } from './extract/catalogue.ts'
import { openCas } from './open.ts'

interface Verdict {
  readonly dataset: string
  readonly verdict: 'ok' | 'no value' | 'failed'
  readonly value?: unknown
  readonly quality?: string | undefined
  readonly reason?: string
  readonly milliseconds: number
}

/** Requests a value in the centre of each dataset's extent, one after the other. Fails if one fails. */
export async function verify(terminal: Terminal, ids: readonly string[], options: ServiceOptions): Promise<void> {
  using cas = await openCas(terminal, options)
  const { signal } = terminal
  const datasets = ids.length > 0 ? await findAll(cas, ids, signal) : await collect(cas.iterDatasets({}, { signal }))
  const progress = await live(terminal)
  const data: Verdict[] = []
  try {
    for (const dataset of datasets) {
      progress.update(`requesting ${dataset.id}`)
      data.push(await verdictOf(cas, dataset, signal))
    }
  } finally {
    progress.stop()
  }
  const rows = data.map(({ dataset, verdict, value, quality, reason, milliseconds }) => [
    dataset,
    verdict,
    value,
    quality,
    `${Math.round(milliseconds)} ms`,
    reason
  ])
  const columns = ['dataset', 'verdict', 'value', 'quality', 'time', 'reason']
  await show(terminal, options, { data, view: [{ columns, rows }] })
  const failed = data.filter(({ verdict }) => verdict === 'failed').length
  if (failed > 0) throw new UsageError(`${failed} of ${data.length} datasets failed`, { exitCode: 2 })
}

async function verdictOf(cas: CasClient, { id, bbox }: Dataset, signal: AbortSignal): Promise<Verdict> {
  const coordinates = [(bbox.min_lon + bbox.max_lon) / 2, (bbox.min_lat + bbox.max_lat) / 2]
  const request = { geometry: { type: 'Point', coordinates } as const, datasetIds: [id] }
  const started = performance.now()
  try {
    const response = await cas.extract(request, { signal, retry: false })
    const milliseconds = performance.now() - started
    const reason = failedDatasets(response, request).get(id)
    if (reason !== undefined) return { dataset: id, verdict: 'failed', reason, milliseconds }
    const { value = null, quality } = byDataset(response, id) ?? {}
    return { dataset: id, verdict: value === null ? 'no value' : 'ok', value, quality, milliseconds }
  } catch (error) {
    if (signal.aborted || !isCasError(error)) throw error
    return { dataset: id, verdict: 'failed', reason: error.message, milliseconds: performance.now() - started }
  }
}
