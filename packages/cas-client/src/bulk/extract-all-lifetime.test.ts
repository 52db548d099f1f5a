import { expect, test } from 'vitest'
import type { CasClient } from '../client/cas-client.ts'
import type { Point } from '../generated/types.ts'
import { points, refusal, silence } from '../testing/batch-service.ts'
import { collect, rejection, settle } from '../testing/outcome.ts'
import { streaming } from '../testing/streaming.ts'

const request = { datasetIds: ['a:b'] }
const features = points(3).map((geometry) => ({ type: 'Feature' as const, geometry, properties: {} }))

/** Points without end, with a log of how many were taken and whether the reader said goodbye. */
function endless(sleepAt = Number.POSITIVE_INFINITY) {
  const log = { taken: 0, returned: 0 }
  const source: AsyncIterable<Point> = {
    [Symbol.asyncIterator]: () => ({
      next: async () => {
        if (log.taken >= sleepAt) await new Promise(() => {})
        return { done: false, value: { type: 'Point', coordinates: [log.taken++ / 1_000, 0] } }
      },
      return: async () => {
        log.returned++
        return { done: true, value: undefined }
      }
    })
  }
  return { log, source }
}

test.each([1, 3])('with %i at once no more batches are read ahead of the reader', async (concurrency) => {
  const { service, cas } = streaming()
  const { log, source } = endless()
  const rows = cas.extractAll(source, request, { batchSize: 4, concurrency })
  for (let taken = 1; taken <= 40; taken++) {
    await rows.next()
    await settle()
    // The batch of this row, and those under way.
    const begun = Math.ceil(taken / 4) - 1
    expect(log.taken).toBeLessThanOrEqual((begun + concurrency) * 4)
    expect(service.most()).toBeLessThanOrEqual(concurrency)
  }
  expect(log.taken).toBe((9 + concurrency) * 4)
  await rows.return()
  expect(log.returned).toBe(1)
})

test('rows that are due are handed out while the source takes its time', async () => {
  const { cas } = streaming()
  const { source } = endless(4)
  const rows = cas.extractAll(source, request, { batchSize: 2, concurrency: 8 })
  const got = [await rows.next(), await rows.next(), await rows.next(), await rows.next()]
  expect(got.map(({ value }) => value?.index)).toEqual([0, 1, 2, 3])
  await rows.return() // does not wait for the source either
})

test('leaving early closes the source and aborts what is under way', async () => {
  const { clock, service, cas } = streaming((seen, turn) => (turn > 0 ? silence(seen) : undefined))
  const { log, source } = endless()
  for await (const row of cas.extractAll(source, request, { batchSize: 2 })) {
    if (row.index === 1) break
    await settle()
  }
  expect(log.returned).toBe(1)
  expect(service.seen).toHaveLength(4)
  expect(service.seen.map(({ signal }) => signal?.aborted)).toEqual([false, true, true, true])
  await settle()
  expect([service.underWay(), clock.pending]).toEqual([0, 0])
})

test.each<[name: string, rowsOf: (cas: CasClient) => AsyncGenerator<object>]>([
  ['extractAll', (cas) => cas.extractAll(features, request)],
  ['enrich', (cas) => cas.enrich(features, request)]
])('%s is left at once while a row is awaited, by return and by a stream', async (_, rowsOf) => {
  const { clock, service, cas } = streaming(silence)
  const rows = rowsOf(cas)
  const stream = streamOf(rowsOf(cas)).getReader()
  const waiting = [rows.next(), stream.read()]
  await settle()
  expect([service.seen.length, service.underWay()]).toEqual([2, 2])
  await Promise.all([rows.return(undefined), stream.cancel()])
  const end = { done: true, value: undefined }
  expect(await Promise.all(waiting)).toEqual([end, end])
  expect(await rows.next()).toEqual(end)
  await settle()
  expect([service.underWay(), clock.pending]).toEqual([0, 0])
  expect(service.seen.map(({ signal }) => signal?.aborted)).toEqual([true, true])
})

test('leaving while the source is awaited closes it', async () => {
  const { cas } = streaming()
  const { log, source } = endless(0)
  const rows = cas.extractAll(source, request)
  const next = rows.next()
  await settle()
  await rows.return(undefined)
  expect(await next).toEqual({ done: true, value: undefined })
  expect(log.returned).toBe(1)
})

test.each<[what: string, hangs: 'source' | 'service']>([
  ['the source hangs', 'source'],
  ['the service hangs', 'service']
])('an abort rejects at once where %s, after the rows before', async (_, hangs) => {
  const { clock, service, cas } = streaming((seen, turn) =>
    hangs === 'service' && turn > 0 ? silence(seen) : undefined
  )
  const { log, source } = endless(hangs === 'source' ? 2 : undefined)
  const controller = new AbortController()
  const rows = cas.extractAll(source, request, { batchSize: 2, signal: controller.signal })
  const got = [await rows.next(), await rows.next()]
  expect(got.map(({ value }) => value?.ok)).toEqual([true, true])
  const next = rejection(rows.next())
  await settle()
  controller.abort('enough')
  expect(await next).toMatchObject({ code: 'aborted', name: 'AbortError', cause: 'enough' })
  expect(log.returned).toBe(1)
  expect(await rows.next()).toEqual({ done: true, value: undefined })
  await settle()
  expect([service.underWay(), clock.pending]).toEqual([0, 0])
})

test('an abort between two rows of a batch is the end, too', async () => {
  const { cas } = streaming()
  const controller = new AbortController()
  const rows = cas.extractAll(points(4), request, { signal: controller.signal })
  await rows.next()
  controller.abort()
  expect(await rejection(rows.next())).toMatchObject({ code: 'aborted' })
})

test('an abort ends the wait for a busy service', async () => {
  const { clock, cas } = streaming(() => refusal(429, { 'Retry-After': '59' }))
  const controller = new AbortController()
  const run = rejection(collect(cas.extractAll(points(4), request, { signal: controller.signal })))
  await clock.advance(5_000)
  controller.abort()
  expect(await run).toMatchObject({ code: 'aborted' })
  expect(clock.pending).toBe(0)
})

test('a signal that is aborted already sends nothing', async () => {
  const { service, cas } = streaming()
  const { log, source } = endless()
  const run = rejection(collect(cas.extractAll(source, request, { signal: AbortSignal.abort('no') })))
  expect(await run).toMatchObject({ code: 'aborted', cause: 'no' })
  await settle()
  expect(service.seen).toEqual([])
  expect(log.taken).toBe(0)
})

test('listeners on the signal of the caller do not pile up', async () => {
  const { cas } = streaming()
  const { signal } = new AbortController()
  let listeners = 0
  const { addEventListener, removeEventListener } = signal
  signal.addEventListener = (...args: Parameters<typeof addEventListener>) => {
    listeners++
    addEventListener.apply(signal, args)
  }
  signal.removeEventListener = (...args: Parameters<typeof removeEventListener>) => {
    listeners--
    removeEventListener.apply(signal, args)
  }
  await collect(cas.extractAll(points(50), request, { batchSize: 1, signal }))
  await rejection(collect(cas.extractAll(42 as unknown as Point[], request, { signal }))) // on purpose: types forbid what is tested
  await rejection(collect(cas.extractAll(points(1), { datasetIds: [] }, { signal })))
  expect(listeners).toBe(0)
})

test.each<[name: string, end: (cas: CasClient) => void]>([
  ['close', (cas) => cas.close()],
  ['Symbol.dispose', (cas) => cas[Symbol.dispose]()]
])('%s ends a run, even one that waits for its source', async (_, end) => {
  const { cas } = streaming()
  const { log, source } = endless(1)
  const run = rejection(collect(cas.extractAll(source, request)))
  await settle()
  end(cas)
  expect(await run).toMatchObject({ code: 'closed', name: 'CasError' })
  expect(log.returned).toBe(1)
})

test('a source that fails ends the run with its own error, after the rows before', async () => {
  const { cas } = streaming()
  const broken = new RangeError('line 8 is no JSON')
  let returned = false
  const source = {
    *[Symbol.iterator]() {
      try {
        yield* points(3)
        throw broken
      } finally {
        returned = true
      }
    }
  }
  const seen: number[] = []
  const read = async (): Promise<void> => {
    for await (const { index } of cas.extractAll(source, request, { batchSize: 2 })) seen.push(index)
  }
  await expect(read()).rejects.toBe(broken)
  expect(seen).toEqual([0, 1, 2])
  expect(returned).toBe(true)
})

test('a stream is cancelled when the reader leaves', async () => {
  const { cas } = streaming()
  let cancelled = 0
  const stream = new ReadableStream<Point>({
    pull: (to) => to.enqueue({ type: 'Point', coordinates: [1, 2] }),
    cancel: () => {
      cancelled++
    }
  })
  for await (const _ of cas.extractAll(stream, request, { batchSize: 2 })) break
  expect(cancelled).toBe(1)
})

test('what onProgress throws ends the run', async () => {
  const { cas } = streaming()
  const { log, source } = endless()
  const oops = new Error('no disk')
  const onProgress = (): void => {
    throw oops
  }
  await expect(collect(cas.extractAll(source, request, { batchSize: 2, onProgress }))).rejects.toBe(oops)
  expect(log.returned).toBe(1)
})

/** The platform's own stream of rows; one like it where there is none, as in Chromium. */
function streamOf<T>(rows: AsyncGenerator<T>): ReadableStream<T> {
  const { from } = ReadableStream as unknown as { from?: (source: AsyncIterable<T>) => ReadableStream<T> }
  if (from) return from.call(ReadableStream, rows)
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await rows.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    async cancel() {
      await rows.return(undefined)
    }
  })
}

test.each(['return', 'throw'] as const)('rows that were never begun leave the source as it is: %s', async (leave) => {
  const { service, cas } = streaming()
  const { log, source } = endless()
  const stream = new ReadableStream<Point>({ cancel: () => void log.returned++ }, { highWaterMark: 0 })
  for (const given of [source, stream]) {
    const rows = cas.extractAll(given, request)
    await (leave === 'return' ? rows.return() : rows.throw(new Error('mine')).catch(() => {}))
    expect(await rows.next()).toEqual({ done: true, value: undefined })
  }
  expect([log, stream.locked, service.seen]).toEqual([{ taken: 0, returned: 0 }, false, []])
})
