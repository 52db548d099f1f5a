import type { Clock } from '@geoclients/client-core'
import type { BatchAttributeRequest, GeoJsonGeometry, Point } from '../generated/types.ts'
import { batchOf, envelope, extraction, resultOf } from './samples.ts'

/** A batch as it reached the service. */
export interface SeenBatch {
  readonly body: BatchAttributeRequest
  readonly signal: AbortSignal | undefined
  /** On the clock of the test. */
  readonly at: number
}

/** What happens to a batch: `undefined` lets it be answered. */
export type Trouble = (seen: SeenBatch, turn: number) => Response | Promise<Response> | undefined

export interface BatchService {
  readonly fetch: typeof globalThis.fetch
  readonly seen: SeenBatch[]
  /** The most requests that were under way at once. */
  readonly most: () => number
  readonly underWay: () => number
}

/** Answers batches, and nothing else: each dataset's value is the longitude of the geometry's first position. */
export function batchService(clock: Clock, trouble: Trouble = () => undefined, latency = () => 0): BatchService {
  const seen: SeenBatch[] = []
  let underWay = 0
  let most = 0
  const fetch: typeof globalThis.fetch = async (_, init = {}) => {
    const body: BatchAttributeRequest = JSON.parse(String(init.body))
    const batch = { body, signal: init.signal ?? undefined, at: clock.now() }
    const turn = seen.push(batch) - 1
    most = Math.max(most, ++underWay)
    try {
      await pause(clock, latency(), batch.signal)
      return (await trouble(batch, turn)) ?? Response.json(answerTo(body))
    } finally {
      underWay--
    }
  }
  return { fetch, seen, most: () => most, underWay: () => underWay }
}

function answerTo({ geometries, dataset_ids }: BatchAttributeRequest): object {
  return batchOf(
    ...geometries.map((geometry) => ({
      ...extraction([]),
      results: dataset_ids.map((id) => resultOf(id, { value: markOf(geometry) }))
    }))
  )
}

/** What tells one geometry from another: the longitude of its first position. */
export function markOf({ coordinates }: GeoJsonGeometry): number {
  return Number(coordinates.flat(3)[0])
}

/** Points that differ in their longitude: the number of each, in thousandths of a degree. */
export function points(count: number): Point[] {
  return Array.from({ length: count }, (_, i) => ({ type: 'Point', coordinates: [i / 1_000, 46] }))
}

export function refusal(status: number, headers: Record<string, string> = {}): Response {
  return Response.json(envelope('some_error', 'no'), { status, headers })
}

/** Trouble for each batch that holds one of these marks. */
export function culprits(answer: () => Response, ...marks: readonly number[]): Trouble {
  return ({ body }) => (body.geometries.some((geometry) => marks.includes(markOf(geometry))) ? answer() : undefined)
}

/** Never answers; gives up when its signal is aborted, as a platform's fetch does. */
export function silence({ signal }: SeenBatch): Promise<Response> {
  return new Promise((_, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
}

function pause(clock: Clock, delay: number, signal: AbortSignal | undefined): Promise<void> {
  if (delay === 0) return Promise.resolve()
  return new Promise((resolve, reject) => {
    const timer = clock.setTimeout(resolve, delay)
    signal?.addEventListener(
      'abort',
      () => {
        clock.clearTimeout(timer)
        reject(signal.reason)
      },
      { once: true }
    )
  })
}
