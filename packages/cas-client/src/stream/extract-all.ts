import { isClientError, linkSignals, type RequestOptions } from '@geoclients/client-core'
import { type ExtractOptions, maxDatasets, optionsBody } from '../arguments/extract.ts'
import { type GeometryLike, readGeometry } from '../arguments/geometry.ts'
import { type CasError, isCasError, makeCasError } from '../cas-error.ts'
import type {
  AttributeResponse,
  BatchAttributeRequest,
  BatchAttributeResponse,
  GeoJsonGeometry
} from '../generated/types.ts'
import { responseFault } from '../reader/response.ts'
import { type Batch, type BatchLimits, type Item, packed } from './batches.ts'
import { groupsOf, joined } from './dataset-groups.ts'
import { type Answer, halving } from './halve.ts'
import { inOrder } from './in-order.ts'
import { type Waiting, whileBusy } from './patient.ts'
import { open, type Source } from './source.ts'
import { readStreamOptions, type StreamOptions } from './stream-options.ts'

/** What became of one item of the source; `index` is its place there, `input` the item itself. */
export type ExtractRow<G> =
  | { readonly ok: true; readonly index: number; readonly input: G; readonly response: AttributeResponse }
  | { readonly ok: false; readonly index: number; readonly input: G; readonly error: CasError }

/** What a run needs of its client. */
export interface Service extends Omit<Waiting, 'signal'> {
  /** The client's own policy. */
  readonly retry: RequestOptions['retry']
  /** Aborted when the client is closed. */
  readonly closed: AbortSignal
  send(body: BatchAttributeRequest, options: RequestOptions): Promise<BatchAttributeResponse>
}

/** What is sent for an item; throws a `CasError` that names the `path` where it cannot be right. */
export type ReadItem<G> = (input: G, path: string) => GeoJsonGeometry

/** Vertices of all geometries of a request together: some megabytes. */
const maxVerticesOfBatch = 100_000

/** See `CasClient.extractAll`. */
export async function* extractAll<G extends GeometryLike>(
  service: Service,
  source: Source<G>,
  request: ExtractOptions,
  options: StreamOptions,
  readItem: ReadItem<G> = readGeometry
): AsyncGenerator<ExtractRow<G>, void, undefined> {
  const { batchSize, concurrency, startAt, onProgress, request: own } = readStreamOptions(options)
  const { dataset_ids, ...rest } = optionsBody(request, Number.POSITIVE_INFINITY)
  const groups = groupsOf(dataset_ids, maxDatasets)
  const link = linkSignals(own.signal, service.closed)
  const { signal } = link
  const retry = own.retry ?? service.retry

  const ask = (geometries: BatchAttributeRequest['geometries'], ids: string[]): Promise<readonly AttributeResponse[]> =>
    whileBusy(
      async () => {
        const body = { geometries, dataset_ids: ids, ...rest }
        return responsesTo(body, await service.send(body, { ...own, signal }))
      },
      retry,
      { ...service, signal }
    )

  const extractBatch = async (batch: Batch<G>): Promise<ExtractRow<G>[]> => {
    const geometries = batch.flatMap(({ geometry }) => geometry ?? [])
    const parts: Answer[][] = []
    for (const ids of geometries.length > 0 ? groups : []) {
      parts.push(await halving(geometries, (some) => ask([...some], ids)))
      signal.throwIfAborted() // an abort is no failure of an item
    }
    let at = 0
    return batch.map((item) => rowOf(item, item.geometry ? oneOf(parts, at++) : item.fault))
  }

  const check = (input: G, index: number): Item<G> => checked(input, index, readItem)
  const limits: BatchLimits = { geometries: batchSize, vertices: maxVerticesOfBatch }
  const reading = open(source)
  let failed = 0
  try {
    for await (const rows of inOrder(packed(reading, startAt, limits, check), extractBatch, concurrency, signal)) {
      failed += rows.filter(({ ok }) => !ok).length
      onProgress?.({ done: (rows.at(-1)?.index ?? startAt - 1) + 1, failed, total: reading.total })
      for (const row of rows) {
        signal.throwIfAborted()
        yield row
      }
    }
  } catch (error) {
    reading.close().catch(() => {}) // not waited for: what failed comes first
    throw signal.aborted ? endedBy(signal.reason, own.signal) : error
  } finally {
    link.abort(makeCasError({ code: 'aborted', message: 'the reader left' }))
    await reading.close()
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

/** The answers of a batch, one a geometry; anything else could not be told apart. */
function responsesTo(body: BatchAttributeRequest, { responses }: BatchAttributeResponse): readonly AttributeResponse[] {
  const [asked, got] = [body.geometries.length, responses.length]
  if (asked === got) return responses
  const message = `the service answered a batch of ${asked} geometries with ${got} responses`
  throw makeCasError({ code: 'malformed-body', message })
}

/** What one item is answered by all groups of datasets; an error of one is an error of all. */
function oneOf(parts: readonly (readonly Answer[])[], at: number): Answer {
  const answers = parts.map((part) => part[at] as Answer)
  const fault = answers.map(faultOf).find((error) => error !== undefined)
  return fault ?? joined(answers as [AttributeResponse, ...AttributeResponse[]])
}

/** A batch is answered with 200 even where the service could do nothing with one of its geometries. */
function faultOf(answer: Answer): CasError | undefined {
  if (isCasError(answer)) return answer
  const fault = responseFault(answer)
  if (fault || answer.geometry_hash !== 'error') return fault
  const why = answer.warnings.join('; ') || 'it does not say why'
  return makeCasError({ code: 'geometry-failed', message: `the service could not work with this geometry: ${why}` })
}

function rowOf<G>({ index, input }: Item<G>, answer: Answer): ExtractRow<G> {
  return isCasError(answer) ? { ok: false, index, input, error: answer } : { ok: true, index, input, response: answer }
}

/** The error of a run that its caller or `close` ended. */
function endedBy(reason: unknown, own: AbortSignal | undefined): unknown {
  if (isClientError(reason) && reason !== own?.reason) return reason
  return makeCasError({ code: 'aborted', message: 'the extraction was aborted', cause: reason })
}
