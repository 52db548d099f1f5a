import { isClientError, linkSignals, type RequestOptions } from '@geoclients/client-core'
import { isCasError, makeCasError } from '../errors/cas-error.ts'
import type { BatchAttributeRequest, BatchAttributeResponse, GeoJsonGeometry } from '../generated/types.ts'
import { type ExtractOptions, maxDatasets, optionsBody } from '../request/extract-body.ts'
import { type GeometryLike, readGeometry } from '../request/geometry.ts'
import { leavable } from './abort-on-return.ts'
import { type Batch, type BatchLimits, type Item, packed } from './batch.ts'
import { groupsOf } from './dataset-groups.ts'
import { readStreamOptions, type StreamOptions } from './options.ts'
import { inOrder } from './ordered-map.ts'
import { type Answer, type Halving, halving } from './recovery/bisect.ts'
import { Doubt } from './recovery/outage-suspicion.ts'
import { Patience, type Waiting } from './recovery/retry-schedule.ts'
import { type ExtractRow, responsesTo, rowsOf } from './rows.ts'
import { open, type Source } from './source.ts'

export type { ExtractRow } from './rows.ts'

/** What a run needs of its client. */
export interface Service extends Omit<Waiting, 'signal'> {
  /** The client's own policy. */
  readonly retry: RequestOptions['retry']
  /** The client's own bound of a call. */
  readonly timeout: number
  /** Aborted when the client is closed. */
  readonly closed: AbortSignal
  send(body: BatchAttributeRequest, options: RequestOptions): Promise<BatchAttributeResponse>
}

/** What is sent for an item; throws a `CasError` that names the `path` where it cannot be right. */
export type ReadItem<G> = (input: G, path: string) => GeoJsonGeometry

/** Vertices of all geometries of a request together: some megabytes. */
const maxVerticesOfBatch = 100_000

/** See `CasClient.extractAll`. */
export function extractAll<G extends GeometryLike>(
  service: Service,
  source: Source<G>,
  request: ExtractOptions,
  options: StreamOptions
): AsyncGenerator<ExtractRow<G>, void, undefined> {
  return leavable((left) => extractRows(service, source, request, options, readGeometry, left))
}

/** The rows of a run; they end, without an error, as soon as `left` is aborted. */
export async function* extractRows<G extends GeometryLike>(
  service: Service,
  source: Source<G>,
  request: ExtractOptions,
  options: StreamOptions,
  readItem: ReadItem<G>,
  left: AbortSignal
): AsyncGenerator<ExtractRow<G>, void, undefined> {
  const { batchSize, concurrency, startAt, onProgress, request: own } = readStreamOptions(options)
  const body = optionsBody(request, Number.POSITIVE_INFINITY)
  const check = (input: G, index: number): Item<G> => checked(input, index, readItem)
  const limits: BatchLimits = { geometries: batchSize, vertices: maxVerticesOfBatch }
  const reading = open(source)
  const link = linkSignals(own.signal, service.closed, left)
  const { signal } = link
  let failed = 0
  try {
    const extract = extractor<G>(service, body, concurrency, { ...own, signal })
    for await (const rows of inOrder(packed(reading, startAt, limits, check), extract, concurrency, signal)) {
      for (const row of rows) {
        signal.throwIfAborted()
        yield row
      }
      // Only now is the last row in good hands: who asks for the next one is done with it.
      failed += rows.filter(({ ok }) => !ok).length
      onProgress?.({ done: (rows.at(-1)?.index ?? startAt - 1) + 1, failed, total: reading.total })
    }
  } catch (error) {
    reading.close().catch(() => {}) // not waited for: what failed comes first
    if (left.aborted) return // nobody is there to be told
    throw signal.aborted ? endedBy(signal.reason, own.signal) : error
  } finally {
    link.abort(makeCasError({ code: 'aborted', message: 'the reader left' }))
    await reading.close()
  }
}

/** What makes rows of the batches of one run: all share its patience, and those of a group of datasets what they learn. */
function extractor<G>(
  service: Service,
  { dataset_ids, ...rest }: Omit<BatchAttributeRequest, 'geometries'>,
  concurrency: number,
  own: RequestOptions & { readonly signal: AbortSignal }
): (batch: Batch<G>) => Promise<ExtractRow<G>[]> {
  const { signal, retry = service.retry, timeout = service.timeout } = own
  const patience = new Patience(retry, concurrency, { ...service, signal })
  // What is sent again is a request of its own, with a timeout of its own.
  const once: RequestOptions = { ...own, retry: false, timeout: Math.min(timeout, patience.tryTimeout) }

  const groups = groupsOf(dataset_ids, maxDatasets).map((ids): Halving<GeoJsonGeometry> => {
    const ask = async (some: readonly GeoJsonGeometry[]) => {
      const body = { geometries: [...some], dataset_ids: ids, ...rest }
      return responsesTo(body, await service.send(body, once))
    }
    return { ask, patience, doubt: new Doubt() }
  })

  return async (batch) => {
    const geometries = batch.flatMap(({ geometry }) => geometry ?? [])
    const parts: Answer[][] =
      geometries.length > 0 ? await Promise.all(groups.map((group) => halving(geometries, group))) : []
    signal.throwIfAborted() // an abort is no failure of an item
    return rowsOf(batch, parts)
  }
}

/** An item, checked where it can be checked without the service, so that it cannot spoil a batch. */
function checked<G>(input: G, index: number, readItem: ReadItem<G>): Item<G> {
  try {
    return { index, input, geometry: readItem(input, `source[${index}]`) }
  } catch (fault) {
    if (!isCasError(fault)) throw fault
    return { index, input, fault }
  }
}

/** The error of a run that its caller or `close` ended. */
function endedBy(reason: unknown, own: AbortSignal | undefined): unknown {
  if (isClientError(reason) && reason !== own?.reason) return reason
  return makeCasError({ code: 'aborted', message: 'the extraction was aborted', cause: reason })
}
