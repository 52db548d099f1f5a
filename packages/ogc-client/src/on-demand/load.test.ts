import { createVirtualClock } from '@geoclients/mock-core'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { OgcClient } from '../client/ogc-client.ts'
import { makeOgcError } from '../errors/ogc-error.ts'
import { clientOf, fakeServer, json } from '../testing/fake-server.ts'
import { collect, rejection } from '../testing/rejection.ts'
import type { Job } from '../types/job.ts'
import { onDemand } from './load.ts'

beforeEach(async () => {
  await onDemand.load(makeOgcError)
})
afterEach(async () => {
  vi.restoreAllMocks()
  onDemand.there = await onDemand.load(makeOgcError)
})

/** A client whose part has yet to be loaded, as `load` says. */
function unloaded(load: () => Promise<never> = () => new Promise(() => {})) {
  const clock = createVirtualClock()
  const server = fakeServer({ 'GET /processes/p': json({ id: 'p' }), 'GET /jobs/a': json({}) }, clock)
  const ogc = clientOf(server, { clock })
  vi.spyOn(onDemand, 'load').mockImplementation(load)
  onDemand.there = undefined
  return { ogc, server, clock }
}

type Call = (ogc: OgcClient, options: { signal?: AbortSignal; timeout?: number }) => Promise<unknown>

const calls: [name: string, call: Call][] = [
  ['run', (ogc, options) => ogc.run('p', {}, options)],
  ['submit', (ogc, options) => ogc.submit('p', {}, options)],
  ['executeProcess', (ogc, options) => ogc.executeProcess('p', {}, options)],
  ['getJobs', (ogc, options) => ogc.getJobs({}, options)],
  ['getJob', (ogc, options) => ogc.getJob('a', options)],
  ['iterJobs', (ogc, options) => collect(ogc.iterJobs({}, options))],
  ['iterProcesses', (ogc, options) => collect(ogc.iterProcesses({}, options))],
  ['watchJobs', (ogc, options) => collect(ogc.watchJobs(['a'], options))],
  ['job.wait', (ogc, options) => ogc.job('a').wait(options)],
  ['job.results', (ogc, options) => ogc.job('a').results(options)],
  ['job.refresh', (ogc, options) => ogc.job('a').refresh(options)],
  ['job.watch', (ogc, options) => collect(ogc.job('a').watch(options))]
]

test.each(calls)('%s: an abort ends it while its part is loaded', async (_, call) => {
  const { ogc, server, clock } = unloaded()
  const user = new AbortController()
  const outcome = rejection(call(ogc, { signal: user.signal }))
  await clock.advance(100)
  user.abort('enough')
  expect(await outcome).toMatchObject({ code: 'aborted', name: 'AbortError', cause: 'enough' })
  expect([server.calls, clock.pending]).toEqual([[], 0])
})

test.each(calls)('%s: its time counts while its part is loaded', async (_, call) => {
  const { ogc, server, clock } = unloaded()
  const outcome = rejection(call(ogc, { timeout: 1_000 }))
  await clock.advance(1_000)
  expect(await outcome).toMatchObject({
    code: 'timeout',
    message: 'a part of the client that this call needs was not loaded within 1000 ms'
  })
  expect([server.calls, clock.pending]).toEqual([[], 0])
})

test.each(calls)('%s: closing the client ends it while its part is loaded', async (_, call) => {
  const { ogc, server, clock } = unloaded()
  const outcome = rejection(call(ogc, {}))
  await clock.advance(100)
  ogc.close()
  expect(await outcome).toMatchObject({ code: 'closed' })
  expect([server.calls, clock.pending]).toEqual([[], 0])
})

test.each(calls)('%s: a part that does not come is told before anything is sent', async (_, call) => {
  const { ogc, server } = unloaded(() => Promise.reject(makeOgcError({ code: 'not-loaded', message: 'gone' })))
  expect(await rejection(call(ogc, {}))).toMatchObject({ code: 'not-loaded' })
  expect(server.calls).toEqual([])
})

test.each<[name: string, walk: (ogc: OgcClient) => AsyncIterator<unknown, unknown>]>([
  ['iterJobs', (ogc) => ogc.iterJobs()],
  ['iterProcesses', (ogc) => ogc.iterProcesses()],
  ['watchJobs', (ogc) => ogc.watchJobs(['a'])]
])('%s: leaving it does not wait for its part', async (_, walk) => {
  const { ogc, server } = unloaded()
  const items = walk(ogc)
  const next = items.next()
  expect(await items.return?.()).toEqual({ done: true, value: undefined })
  expect([await next, await items.next()]).toEqual([
    { done: true, value: undefined },
    { done: true, value: undefined }
  ])
  expect(server.calls).toEqual([])
})

test.each<[what: string, refused: (ogc: OgcClient) => Promise<unknown>]>([
  ['a filter', (ogc) => ogc.getJobs({ zz: 1 } as object)],
  ['a filter of a walk', (ogc) => collect(ogc.iterJobs({ zz: 1 } as object))],
  ['options', (ogc) => ogc.getJob('a', { timeout: -1 })],
  ['options of a run', (ogc) => ogc.run('p', {}, { waitTimeout: -1 })],
  ['a saved job', async (ogc) => ogc.job('')]
])('%s that no server could mean is refused before its part is loaded', async (_, refused) => {
  const { ogc } = unloaded()
  expect(await rejection(refused(ogc))).toMatchObject({ code: 'invalid-argument' })
  expect(onDemand.load).not.toHaveBeenCalled()
})

const ofHandle: [name: string, call: (job: Job) => Promise<unknown>][] = [
  ['wait', (job) => job.wait()],
  ['results', (job) => job.results({ dismissOnAbort: true })],
  ['refresh', (job) => job.refresh()],
  ['dismiss', (job) => job.dismiss()],
  ['watch', (job) => collect(job.watch())]
]

test.each(ofHandle)('job.%s: releasing the handle ends it at once while its part is loaded', async (_, call) => {
  const { ogc, server, clock } = unloaded()
  const job = ogc.job('a')
  const outcome = rejection(call(job))
  await clock.advance(100)
  job[Symbol.dispose]()
  expect(await outcome).toMatchObject({ code: 'closed', message: 'the handle of job "a" was released', job })
  expect([server.calls, clock.pending]).toEqual([[], 0])
})

test.each(ofHandle)('job.%s: a part that comes as the handle is released starts nothing', async (_, call) => {
  const { ogc, server } = unloaded()
  vi.restoreAllMocks()
  const job = ogc.job('a')
  const outcome = rejection(call(job))
  await onDemand.load(makeOgcError)
  job[Symbol.dispose]()
  expect(await outcome).toMatchObject({ code: 'closed', job })
  expect(server.calls).toEqual([])
})

test('a handle that was released can be used again', async () => {
  const { ogc, server } = unloaded()
  vi.restoreAllMocks()
  const job = ogc.job('a')
  const outcome = rejection(job.refresh())
  job[Symbol.dispose]()
  expect(await outcome).toMatchObject({ code: 'closed' })
  expect(await rejection(job.refresh())).toMatchObject({ code: 'malformed-body' })
  expect(server.calls).toHaveLength(1)
})

test.each<[name: string, call: (ogc: OgcClient, job: Job) => Promise<unknown>, hasJob: boolean]>([
  ['job.wait', (_, job) => job.wait({ waitTimeout: 500 }), true],
  ['job.results', (_, job) => job.results({ waitTimeout: 500 }), true],
  ['job.wait with a timeout that is as long', (_, job) => job.wait({ waitTimeout: 500, timeout: 500 }), true],
  ['run', (ogc) => ogc.run('p', {}, { waitTimeout: 500 }), false]
])('%s: the limit of a wait holds while its part is loaded', async (_, call, hasJob) => {
  const { ogc, server, clock } = unloaded()
  const job = ogc.job('a')
  const outcome = rejection(call(ogc, job))
  await clock.advance(500)
  expect(await outcome).toMatchObject({
    code: 'wait-timeout',
    message: 'the wait did not end within 500 ms: the client was still being loaded',
    ...(hasJob && { job })
  })
  expect([server.calls, clock.pending]).toEqual([[], 0])
})

test('an aborted wait has its job while its part is loaded', async () => {
  const { ogc } = unloaded()
  const job = ogc.job('a')
  const wait = job.wait({ signal: AbortSignal.abort('enough'), waitTimeout: 500 })
  expect(await rejection(wait)).toMatchObject({ code: 'aborted', job })
})

test('the error of a closed client has no job: it concerns all of them', async () => {
  const { ogc } = unloaded()
  const wait = rejection(ogc.job('a').wait())
  ogc.close()
  expect(await wait).not.toHaveProperty('job')
})

test('what loading takes is taken from the time of a wait, and from the timeout of a run', async () => {
  const clock = createVirtualClock()
  const hanging = () => new Promise<never>(() => {})
  const server = fakeServer({ 'GET /jobs/a': hanging, 'POST /processes/p/execution': hanging }, clock)
  const loaded = await onDemand.load(makeOgcError)
  for (const call of [
    (ogc: OgcClient) => ogc.job('a').wait({ waitTimeout: 1_000 }),
    (ogc: OgcClient) => ogc.run('p', {}, { mode: 'async', timeout: 1_000 })
  ]) {
    const ogc = clientOf(server, { clock })
    let come = (): void => {}
    vi.spyOn(onDemand, 'load').mockReturnValue(new Promise((resolve) => (come = () => resolve(loaded))))
    onDemand.there = undefined
    let over = false
    const outcome = rejection(call(ogc)).finally(() => {
      over = true
    })
    await clock.advance(800)
    come()
    await clock.advance(199)
    expect(over).toBe(false)
    await clock.advance(1)
    expect((await outcome).code).toMatch(/timeout$/)
  }
  expect(server.lines()).toEqual(['GET /jobs/a', 'POST /processes/p/execution'])
})

test('each page of a walk has the whole timeout, however long its part took', async () => {
  const clock = createVirtualClock()
  const server = fakeServer({ 'GET /processes': () => new Promise(() => {}) }, clock)
  const ogc = clientOf(server, { clock, retry: false })
  const loaded = await onDemand.load(makeOgcError)
  let come = (): void => {}
  vi.spyOn(onDemand, 'load').mockReturnValue(new Promise((resolve) => (come = () => resolve(loaded))))
  onDemand.there = undefined
  const first = rejection(ogc.iterProcesses({}, { timeout: 1_000 }).next())
  await clock.advance(800)
  come()
  await clock.advance(900)
  expect([server.calls.length, clock.pending]).toEqual([1, 1])
  await clock.advance(100)
  expect(await first).toMatchObject({ code: 'timeout', message: expect.stringContaining('within 1000 ms') })
})
