import { expect, test } from 'vitest'
import { culprits, points, refusal, silence, type Trouble } from '../testing/batch-service.ts'
import { collect, rejection } from '../testing/outcome.ts'
import { batchOf, envelope, extraction } from '../testing/samples.ts'
import { passing, streaming } from '../testing/streaming.ts'

const request = { datasetIds: ['a:b'] }
/** As the service refuses a body, with the place of the fault. */
const refusalOf = (...place: (string | number)[]): Response => {
  const detail = [{ type: 'value_error', loc: ['body', ...place], msg: 'not so' }]
  return Response.json(envelope('validation_error', 'no', { detail }), { status: 422 })
}
const networkFault = (): Promise<Response> => Promise.reject(new TypeError('fetch failed'))

async function run(trouble: Trouble, count: number, options: object = {}) {
  const { clock, service, cas } = streaming(trouble)
  const rows = await passing(clock, collect(cas.extractAll(points(count), request, options)))
  expect(rows.map(({ index }) => index)).toEqual(points(count).map((_, i) => i))
  const errors = rows.flatMap((row) => (row.ok ? [] : [[row.index, row.error] as const]))
  return { service, clock, failed: errors.map(([index]) => index), errors: errors.map(([, error]) => error) }
}

test.each([400, 413, 422, 500, 502, 503, 504])(
  'the culprits of a batch that a %i answers stand alone',
  async (status) => {
    const { service, failed, errors } = await run(
      culprits(() => refusal(status), 0.003, 0.777),
      1_000,
      { retry: false }
    )
    expect(failed).toEqual([3, 777])
    for (const error of errors) expect(error).toMatchObject({ name: 'CasError', code: 'http-status', status })
    expect(service.seen.length).toBeLessThan(4 * Math.ceil(Math.log2(1_000)))
  }
)

test('passing failures are repeated, and no item fails for them', async () => {
  const turns = [networkFault, () => refusal(502), undefined, () => refusal(503, { 'Retry-After': '7' })]
  const { service, failed } = await run((_, turn) => turns[turn]?.(), 10, { batchSize: 5, concurrency: 1 })
  expect(failed).toEqual([])
  expect(service.seen).toHaveLength(5)
})

test('a batch that takes too long is halved, once one item shows that the service is well', async () => {
  const { failed, service } = await run((seen) => (seen.body.geometries.length > 2 ? silence(seen) : undefined), 8, {
    timeout: 1_000
  })
  expect(failed).toEqual([])
  expect(service.seen.map(({ body }) => body.geometries.length)).toEqual([8, 1, 4, 2, 2, 4, 2, 2])
})

test.each<[what: string, trouble: Trouble, error: object]>([
  ['a wrong key', () => refusal(401), { status: 401 }],
  ['no right', () => refusal(403), { status: 403 }],
  ['a wrong address', () => refusal(404), { status: 404 }],
  [
    'a time range that the service refuses',
    () => refusalOf('time_range', 'start'),
    { status: 422, detail: [{ loc: ['body', 'time_range', 'start'] }] }
  ]
])('%s is as true of every item: one rejection, after the second equal one', async (_, trouble, error) => {
  for (const retry of [false, undefined] as const) {
    const { clock, service, cas } = streaming(trouble)
    const rows = collect(cas.extractAll(points(5_000), request, { concurrency: 1, retry }))
    expect(await passing(clock, rejection(rows))).toMatchObject({ code: 'http-status', ...error })
    expect(service.seen).toHaveLength(2)
  }
})

test('a key that is revoked in between ends the run after the rows before, and it can go on from there', async () => {
  const { cas } = streaming((_, turn) => (turn === 1 || turn === 2 ? refusal(401) : undefined))
  const options = { batchSize: 2, concurrency: 1 }
  const seen: number[] = []
  const read = async (): Promise<void> => {
    for await (const { index } of cas.extractAll(points(6), request, options)) seen.push(index)
  }
  expect(await rejection(read())).toMatchObject({ status: 401 })
  const rest = await collect(cas.extractAll(points(6), request, { ...options, startAt: seen.length }))
  expect([...seen, ...rest.map(({ index }) => index)]).toEqual([0, 1, 2, 3, 4, 5])
})

test('a refusal that passes costs no row', async () => {
  const { failed, service } = await run((_, turn) => (turn === 0 ? refusal(401) : undefined), 8)
  expect(failed).toEqual([])
  expect(service.seen.length).toBeLessThan(5)
})

test('a fault of one geometry is told of its row, with what the service says of it', async () => {
  const { failed, errors } = await run(
    culprits(() => refusalOf('geometries', 3), 0.003),
    8
  )
  expect(failed).toEqual([3])
  expect(errors).toMatchObject([{ detail: [{ loc: ['body', 'geometries', 3] }] }])
})

test('a gateway without a service is not asked for every single item', async () => {
  const { service, failed } = await run(() => refusal(502), 1_000, { retry: false })
  expect(failed).toHaveLength(1_000)
  expect(service.seen.length).toBeLessThanOrEqual(25)
})

test('many culprits side by side stand alone where the service itself refuses them', async () => {
  const marks = Array.from({ length: 60 }, (_, i) => (i + 20) / 1_000)
  const { failed } = await run(
    culprits(() => refusal(500), ...marks),
    128,
    { retry: false }
  )
  expect(failed).toEqual(marks.map((mark) => mark * 1_000))
})

test('who comes too often waits as long as asked, and a little longer', async () => {
  const busy = () => refusal(429, { 'Retry-After': '59' })
  const turns = [undefined, busy, () => refusal(429, { 'Retry-After': '1' })]
  const { service, failed } = await run((_, turn) => turns[turn]?.(), 4, { batchSize: 2, concurrency: 1 })
  expect(failed).toEqual([])
  const [, first = 0, ...later] = service.seen.map(({ at }) => at)
  expect(later.map((at) => at - first)).toEqual([60_000, 62_000])
})

test('without a Retry-After the pauses grow', async () => {
  const { service, failed } = await run((_, turn) => (turn < 9 ? refusal(429) : undefined), 1)
  expect(failed).toEqual([])
  expect(service.seen.length).toBe(10)
})

test.each([false, { limit: 0 }] as const)('with retry %j nothing is waited for', async (retry) => {
  const { service, errors } = await run(() => refusal(429, { 'Retry-After': '1' }), 2, { retry })
  expect(errors).toMatchObject([
    { status: 429, retryAfter: 1_000 },
    { status: 429, retryAfter: 1_000 }
  ])
  expect(service.seen).toHaveLength(1)
})

test('a service that lets nobody in is given up in the end', async () => {
  const { service, failed, clock } = await run(() => refusal(429, { 'Retry-After': '60' }), 2)
  expect(failed).toEqual([0, 1])
  expect(service.seen).toHaveLength(31)
  expect(clock.pending).toBe(0)
})

test('a geometry that the service could not work with failed, though the batch did not', async () => {
  const bad = { ...extraction([], ['Geometry too complex: 60 vertices > limit 50']), geometry_hash: 'error' }
  const none = { ...bad, warnings: [] }
  const { errors, failed } = await run(() => Response.json(batchOf(extraction(['a:b']), bad, none)), 3)
  expect(failed).toEqual([1, 2])
  expect(errors).toMatchObject([
    {
      code: 'geometry-failed',
      message:
        'the service could not process this geometry: Geometry too complex: 60 vertices > limit 50. Simplify it, or extract its parts separately'
    },
    { code: 'geometry-failed', message: 'the service could not process this geometry: no reason given' }
  ])
})

const page = (): Response => new Response('<html>', { headers: { 'Content-Type': 'text/html' } })

test.each([1, 1_000])('one page of HTML in place of an answer costs no row, with %i a batch', async (batchSize) => {
  const { failed, service } = await run((_, turn) => (turn === 0 ? page() : undefined), 4, {
    batchSize,
    concurrency: 1
  })
  expect(failed).toEqual([])
  expect(service.seen).toHaveLength(batchSize === 1 ? 5 : 2)
})

test('an item that is answered with a page of HTML stands alone', async () => {
  const { failed, errors } = await run(culprits(page, 0.003), 10)
  expect(failed).toEqual([3])
  expect(errors).toMatchObject([{ code: 'media-type', status: 200 }])
})
