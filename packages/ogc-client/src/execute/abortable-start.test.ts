import { createVirtualClock } from '@geoclients/mock-core'
import { expect, test } from 'vitest'
import { type Answer, clientOf, type FakeServer, fakeServer, json } from '../testing/fake-server.ts'
import { rejection } from '../testing/rejection.ts'

const execution = 'POST /processes/p/execution'
const started = json({ jobID: 'j', status: 'running' }, { status: 201 })
const dismissed = json({ jobID: 'j', status: 'dismissed' })

/** A run that dismisses on an abort, with an execution that is answered when the test says so. */
function slowRun(routes: Readonly<Record<string, Answer>> = {}) {
  const clock = createVirtualClock()
  let answer = (_: Answer): void => {}
  const slow: Answer = (call) =>
    new Promise((resolve, reject) => {
      answer = (given) => resolve(given(call))
      call.signal?.addEventListener('abort', () => reject(call.signal?.reason), { once: true })
    })
  const server: FakeServer = fakeServer({ [execution]: slow, 'DELETE /jobs/j': dismissed, ...routes }, clock)
  const ogc = clientOf(server, { clock, random: () => 0 })
  const user = new AbortController()
  const options = { mode: 'async', dismissOnAbort: true, signal: user.signal } as const
  return { clock, server, ogc, user, options, answer: (given: Answer) => answer(given) }
}

test('an abort while the execution is under way rejects at once, and the job that comes of it is dismissed', async () => {
  const { clock, server, ogc, user, options, answer } = slowRun()
  const run = rejection(ogc.run('p', {}, options))
  await clock.advance(100)
  user.abort('enough')
  expect(await run).toMatchObject({
    ...{ code: 'aborted', name: 'AbortError', cause: 'enough' },
    message: 'the execution of process "p" was aborted'
  })
  expect(server.lines()).toEqual([execution])
  answer(started)
  await clock.advance(0)
  expect(server.lines()).toEqual([execution, 'DELETE /jobs/j'])
  expect(clock.pending).toBe(0)
})

test.each([
  ['was refused', json({ title: 'No' }, { status: 400 })],
  ['came with its results', json({ a: 1 })],
  ['came to an end at once', json({ jobID: 'j', status: 'successful' }, { status: 201 })]
])('an aborted execution that %s is not dismissed', async (_, late) => {
  const { clock, server, ogc, user, options, answer } = slowRun({ 'GET /processes/p': json({ id: 'p' }) })
  const run = rejection(ogc.run('p', {}, options))
  await clock.advance(100)
  user.abort()
  await run
  answer(late)
  await clock.advance(0)
  expect(server.lines().filter((line) => line.startsWith('DELETE'))).toEqual([])
  expect(clock.pending).toBe(0)
})

test('its answer is waited for half a minute', async () => {
  const { clock, server, ogc, user, options } = slowRun()
  const run = rejection(ogc.run('p', {}, options))
  await clock.advance(100)
  user.abort()
  await run
  await clock.advance(29_999)
  expect(server.calls[0]?.signal?.aborted).toBe(false)
  await clock.advance(1)
  expect([server.calls[0]?.signal?.aborted, clock.pending]).toEqual([true, 0])
})

test('a closed client ends that too', async () => {
  const { clock, server, ogc, user, options } = slowRun()
  const run = rejection(ogc.run('p', {}, options))
  await clock.advance(100)
  user.abort()
  await run
  ogc.close()
  await clock.advance(0)
  expect([server.lines(), clock.pending]).toEqual([[execution], 0])
})

test('an abort before the execution is sent sends none', async () => {
  let describe = (): void => {}
  const slow: Answer = () =>
    new Promise((resolve) => {
      describe = () => resolve(Response.json({ id: 'p', version: '1' }))
    })
  const { clock, server, ogc, user, options } = slowRun({ 'GET /processes/p': slow })
  const run = rejection(ogc.run('p', {}, { ...options, mode: 'auto' }))
  await clock.advance(10)
  user.abort()
  expect(await run).toMatchObject({ code: 'aborted' })
  describe()
  await clock.advance(60_000)
  expect(server.lines()).toEqual(['GET /processes/p'])
  expect(await rejection(ogc.run('p', {}, options))).toMatchObject({ code: 'aborted' })
  expect([server.calls.length, clock.pending]).toEqual([1, 0])
})

test('a later abort finds the job', async () => {
  const { clock, server, ogc, user, options, answer } = slowRun({ 'GET /jobs/j': started })
  const run = rejection(ogc.run('p', {}, options))
  await clock.advance(10)
  answer(started)
  await clock.advance(60)
  user.abort('enough')
  const error = await run
  expect([error.code, error.job?.id]).toEqual(['aborted', 'j'])
  expect(server.lines()).toEqual([execution, 'GET /jobs/j', 'DELETE /jobs/j'])
})

test('the bound of a run counts from its start: what the requests take is taken from the wait', async () => {
  const { clock, ogc, answer } = slowRun({ 'GET /jobs/j': started })
  let over = false
  const run = rejection(ogc.run('p', {}, { mode: 'async', waitTimeout: 10_000 })).finally(() => {
    over = true
  })
  await clock.advance(7_000)
  answer(started)
  await clock.advance(2_999)
  expect(over).toBe(false)
  await clock.advance(1)
  expect(await run).toMatchObject({ code: 'wait-timeout' })
  expect(clock.pending).toBe(0)
})

test.each([
  ['the shorter one', 4_000, 10_000, 4_000],
  ['the bound of the wait', 60_000, 10_000, 10_000]
])('of the timeout and the bound of a run %s holds for the execution', async (_, timeout, waitTimeout, end) => {
  const { clock, ogc } = slowRun()
  let over = false
  const run = rejection(ogc.run('p', {}, { mode: 'async', timeout, waitTimeout })).finally(() => {
    over = true
  })
  await clock.advance(end - 1)
  expect(over).toBe(false)
  await clock.advance(1)
  expect(await run).toMatchObject({ code: 'timeout' })
})
