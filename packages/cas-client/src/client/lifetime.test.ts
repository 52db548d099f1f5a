import { createVirtualClock } from '@geoclients/mock-core'
import { expect, test } from 'vitest'
import { makeCasError } from '../errors/cas-error.ts'
import { onDemand } from '../on-demand/load.ts'
import { type Answer, clientOf, fakeService, hangs, json } from '../testing/fake-service.ts'
import { collect, rejection, settle } from '../testing/outcome.ts'
import { batchOf, point, providersPage, summaryOf } from '../testing/samples.ts'
import type { CasClient } from './cas-client.ts'
import type { CasClientOptions } from './options.ts'

const extract = 'POST /attributes/api/v1/extract'
const health = 'GET /attributes/health'
const request = { geometry: point, datasetIds: ['a:b'] }
const batch = { geometries: [point], datasetIds: ['a:b'] }

function timed(routes: Record<string, Answer>, options: Partial<CasClientOptions> = {}) {
  const clock = createVirtualClock()
  const service = fakeService(routes, clock)
  return { clock, service, cas: clientOf(service, { clock, random: () => 0, retry: undefined, ...options }) }
}

/** What a call has come to so far. */
function watch(call: Promise<unknown>) {
  const state: { error?: unknown } = {}
  call.catch((error: unknown) => {
    state.error = error
  })
  return state
}

test.each<[line: string, call: (cas: CasClient) => Promise<unknown>]>([
  [extract, (cas) => cas.extract(request)],
  [`${extract}/batch`, (cas) => cas.batchExtract(batch)]
])('%s is waited for 120 seconds, in one try', async (line, call) => {
  const { clock, service, cas } = timed({ [line]: hangs })
  const state = watch(call(cas))
  await clock.advance(119_999)
  expect(state).toEqual({})
  await clock.advance(1)
  expect(state.error).toMatchObject({
    ...{ name: 'CasError', code: 'timeout', method: 'POST' },
    message: `${line.replace('/attributes', 'https://cas.example/attributes')}: no response within 120000 ms`
  })
  expect(service.seen).toHaveLength(1)
  expect(service.seen[0]?.signal?.aborted).toBe(true)
  expect(clock.pending).toBe(0)
})

test.each<[client: number | undefined, call: number | undefined, timeout: number]>([
  [50_000, undefined, 50_000],
  [50_000, 70_000, 70_000],
  [300_000, undefined, 300_000],
  [undefined, 600_000, 600_000],
  [undefined, 1_000, 1_000]
])('with a timeout of %s for the client and %s for the call it is %i', async (client, call, timeout) => {
  const { clock, service, cas } = timed({ [extract]: hangs }, { timeout: client })
  const state = watch(cas.extract(request, { timeout: call }))
  await clock.advance(timeout - 1)
  expect(state).toEqual({})
  await clock.advance(1)
  expect(state.error).toMatchObject({ code: 'timeout', message: expect.stringContaining(` ${timeout} ms`) })
  expect(service.seen).toHaveLength(1)
})

test('lists and details, which are quick, are tried again after 30 seconds', async () => {
  const { clock, service, cas } = timed({ [health]: hangs })
  const state = watch(cas.health())
  await clock.advance(91_000)
  expect(service.seen).toHaveLength(3)
  expect(state.error).toMatchObject({ code: 'timeout' })
})

test('an answer whose body drips has the same time', async () => {
  const drip: Answer = () =>
    new Response(new ReadableStream({ pull: (to) => void pushLater(to) }, { highWaterMark: 0 }))
  const { clock, cas } = timed({ [extract]: drip })
  const pushLater = (to: ReadableStreamDefaultController): Promise<void> =>
    new Promise((resolve) => {
      clock.setTimeout(() => {
        to.enqueue(new TextEncoder().encode(' '))
        resolve()
      }, 50_000)
    })
  const state = watch(cas.extract(request))
  await clock.advance(119_999)
  expect(state).toEqual({})
  await clock.advance(1)
  expect(state.error).toMatchObject({
    code: 'timeout',
    message: expect.stringContaining('not complete within 120000 ms')
  })
})

test('an abort rejects with the reason of the signal', async () => {
  const { service, cas } = timed({ [extract]: hangs })
  const controller = new AbortController()
  const error = rejection(cas.extract(request, { signal: controller.signal }))
  await settle()
  controller.abort('enough')
  expect(await error).toMatchObject({ code: 'aborted', name: 'AbortError', cause: 'enough' })
  expect(service.only().signal?.aborted).toBe(true)
})

test('a signal that is aborted already sends nothing', async () => {
  const { service, cas } = timed({})
  const error = await rejection(cas.extract(request, { signal: AbortSignal.abort('no') }))
  expect(error).toMatchObject({ code: 'aborted', cause: 'no' })
  expect(service.seen).toEqual([])
})

test.each<[name: string, end: (cas: CasClient) => void]>([
  ['close', (cas) => cas.close()],
  ['Symbol.dispose', (cas) => cas[Symbol.dispose]()]
])('%s ends what is under way and all that comes after', async (_, end) => {
  await onDemand.load(makeCasError) // virtual time does not wait for files
  const list = 'GET /attributes/api/v1/providers'
  const page = json(providersPage([summaryOf('a')], 0, 100))
  const { clock, service, cas } = timed({ [extract]: hangs, [`${list}?offset=0`]: page, [`${list}/a`]: hangs })
  const calls = [rejection(cas.extract(request)), rejection(collect(cas.iterProviders()))]
  await clock.advance(0)
  end(cas)
  end(cas)
  for (const call of calls) expect(await call).toMatchObject({ code: 'closed', name: 'CasError' })
  expect(service.seen.map(({ signal }) => signal?.aborted)).toEqual([true, expect.any(Boolean), true])
  expect(clock.pending).toBe(0)

  const later = [cas.extract(request), cas.batchExtract(batch), cas.providers(), cas.provider('a'), cas.datasets()]
  const iterations = [collect(cas.iterProviders()), collect(cas.iterDatasets())]
  for (const call of [...later, cas.health(), ...iterations]) {
    expect(await rejection(call)).toMatchObject({ code: 'closed' })
  }
  expect(service.seen).toHaveLength(3)
})

test('a client that was closed leaves others alone', async () => {
  const service = fakeService({ [`${extract}/batch`]: json(batchOf()) })
  const [one, other] = [clientOf(service), clientOf(service)]
  one.close()
  expect((await other.batchExtract(batch)).responses).toEqual([])
})

test('no timer is left when all is done', async () => {
  const { clock, cas } = timed({ [health]: json({ status: 'ok' }) })
  await cas.health()
  expect(clock.pending).toBe(0)
})
