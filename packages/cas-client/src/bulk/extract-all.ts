import {
  type ClientCore,
  type Clock,
  isClientError,
  linkSignals,
  type RequestOptions,
  Slots
} from '@geoclients/client-core'
import { isCasError, makeCasError } from '../errors/cas-error.ts'
import type { BatchAttributeRequest, BatchAttributeResponse, GeoJsonGeometry } from '../generated/types.ts'
import { defaultTimeout } from '../request/default-timeout.ts'
import { extractBatch } from '../request/extractions.ts'
import type { GeometryLike } from '../request/geometry.ts'
import { type Answer, answerOf } from '../response/attribute-response.ts'
import { type Batch, packed, type ReadItem } from './batch.ts'
import { type ReadStreamOptions, readStreamOptions, type StreamOptions } from './options.ts'
import { inOrder } from './ordered-map.ts'
import { passedWhole, type RunFacts } from './recovery/batch-size.ts'
import { recover } from './recovery/recover.ts'
import { RunPause } from './recovery/run-pause.ts'
import { RunState } from './recovery/run-state.ts'
import { readStreamRequest, type StreamRequest } from './request.ts'
import { type ExtractRow, notOneEach, rowsOf } from './rows.ts'
import { open, type Source } from './source.ts'
import { RunWarnings } from './warnings.ts'

/** The parts of the client that a run needs. */
export interface Service {
  readonly clock: Clock
  readonly random: () => number
  /** The client's retry options. */
  readonly retry: RequestOptions['retry']
  /** The client's time limit of a call. */
  readonly timeout: number
  /** Aborted when the client is closed. */
  readonly closed: AbortSignal
  /** Hides secrets in a warning. */
  readonly tellable: (warning: string) => string
  /** When the client's rate limit allows the next request. */
  readonly opensAt?: (() => number) | undefined
  send(body: BatchAttributeRequest, options: RequestOptions): Promise<BatchAttributeResponse>
}

/** What a run needs of a client with these settings. */
export function serviceOf(
  core: ClientCore<unknown>,
  { retry, timeout = defaultTimeout }: Pick<RequestOptions, 'retry' | 'timeout'>,
  opensAt: Service['opensAt']
): Service {
  const { clock, random, closed, tellable, settings } = core
  const send: Service['send'] = (body, options) => extractBatch(core, body, settings(options))
  return { clock, random, closed, tellable, retry, timeout, opensAt, send }
}

/** The rows of a run; they end, without an error, as soon as `left` is aborted. */
export async function* extractRows<G extends GeometryLike>(
  service: Service,
  source: Source<G>,
  request: StreamRequest,
  options: StreamOptions,
  readItem: ReadItem<G>,
  left: AbortSignal
): AsyncGenerator<ExtractRow<G>, undefined, undefined> {
  const settings = readStreamOptions(options)
  const { concurrency, startAt, onProgress, onWarning, request: own } = settings
  const { bodies, datasetIds, asked } = readStreamRequest(request, settings.datasetsPerRequest)
  const warnings = new RunWarnings(datasetIds, asked, onWarning, service.tellable)
  const reading = open(source)
  const link = linkSignals(own.signal, service.closed, left)
  const { signal } = link
  let failed = 0
  try {
    const facts: RunFacts = { now: settings.batchSize, wasReached: false }
    const extract = extractor<G>(service, bodies, facts, settings, signal)
    const batches = packed(reading, startAt, facts, readItem, warnings)
    for await (const rows of inOrder(batches, extract, concurrency, signal)) {
      warnings.look(rows)
      for (const row of rows) {
        signal.throwIfAborted()
        yield row
      }
      // A row counts as done when the caller asks for the next one.
      failed += rows.filter(({ ok }) => !ok).length
      onProgress?.({ done: (rows.at(-1)?.index ?? startAt - 1) + 1, failed, total: reading.total })
    }
    warnings.end()
  } catch (error) {
    reading.close().catch(() => {}) // not awaited, because the error that ended the run comes first
    if (left.aborted) return // nobody reads the rows any more
    throw signal.aborted ? endedBy(signal.reason, own.signal) : error
  } finally {
    link.abort('the iteration was ended')
    await reading.close()
  }
}

/** Makes rows from the batches of one run, with one request for each batch and body. The recovery code is loaded at the first failure. */
function extractor<G>(
  service: Service,
  bodies: readonly Omit<BatchAttributeRequest, 'geometries'>[],
  facts: RunFacts,
  { concurrency, batchSize, onWait, request: own }: ReadStreamOptions,
  signal: AbortSignal
): (batch: Batch<G>) => Promise<ExtractRow<G>[]> {
  // The caller limits concurrent batches. If a batch has several requests, these must be limited too.
  const slots = bodies.length > 1 ? new Slots(concurrency) : undefined
  // Each repeat has its own timeout.
  const once: RequestOptions = { ...own, retry: false, signal }
  let run: RunState | undefined
  const state = (): RunState => {
    const { clock, random } = service
    const { retry = service.retry, timeout = service.timeout } = own
    run ??= new RunState({ retry, timeout, clock, random }, facts, new RunPause(clock, signal, onWait))
    return run
  }

  const ask = async (geometries: readonly GeoJsonGeometry[], body: (typeof bodies)[number]): Promise<Answer[]> => {
    const request = async (some: readonly GeoJsonGeometry[]): Promise<Answer[]> => {
      if (run?.pause.isOn || service.opensAt) await state().pause.over(service.opensAt)
      const { responses } = await service.send({ geometries: [...some], ...body }, once)
      if (responses.length !== some.length) throw notOneEach(some.length, responses.length)
      facts.wasReached = true
      if (run?.isTroubled) run.passed()
      return responses.map(answerOf)
    }
    const send = (some: readonly GeoJsonGeometry[]): Promise<Answer[]> =>
      slots ? slots.run(() => request(some), signal) : request(some)
    try {
      const answers = await send(geometries)
      if (facts.now < batchSize) passedWhole(facts, geometries.length, batchSize)
      return answers
    } catch (error) {
      if (!isCasError(error) || signal.aborted) throw error
      return recover(geometries, error, send, state())
    }
  }

  return async (batch) => {
    const geometries = batch.flatMap(({ geometry }) => geometry ?? [])
    const parts = geometries.length > 0 ? await Promise.all(bodies.map((body) => ask(geometries, body))) : []
    signal.throwIfAborted() // an abort is not a failure of an item
    return rowsOf(batch, parts)
  }
}

/** The error of a run that was aborted or whose client was closed. */
function endedBy(reason: unknown, own: AbortSignal | undefined): unknown {
  if (isClientError(reason) && reason !== own?.reason) return reason
  return makeCasError({ code: 'aborted', message: 'the extraction was aborted', cause: reason })
}
