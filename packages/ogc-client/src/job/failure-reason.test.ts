import { createVirtualClock } from '@geoclients/mock-core'
import { expect, test } from 'vitest'
import { type FakeJob, fakeJob, state } from '../testing/fake-job.ts'
import { type Answer, fails, hangs, json } from '../testing/fake-server.ts'
import { rejection } from '../testing/rejection.ts'
import type { JobInfo } from '../types/wire.ts'

const base = 'http://www.opengis.net/def/exceptions/ogcapi-processes-1/1.0'
const tooLarge = { type: 'urn:x:too-large', title: 'Too large', status: 500, detail: 'the area has 9 million pixels' }

const failed = (info: object, results: Answer): Promise<FakeJob> =>
  fakeJob([state('failed', info)], { 'GET /jobs/j/results': results })

async function failureOf(fake: FakeJob, advance = 1_000) {
  const wait = rejection(fake.job.wait())
  await fake.clock.advance(advance)
  return wait
}

test('a failure has the exception that the results are answered with, and all that the job says', async () => {
  const traceback = ['Traceback', 'KeyError']
  const fake = await failed({ message: 'No memory', progress: 30, traceback }, json(tooLarge, { status: 500 }))
  const error = await failureOf(fake)
  expect(error).toMatchObject({
    code: 'job-failed',
    message: 'job "j" of process "p" failed: No memory',
    apiError: { ...tooLarge, traceback }
  })
  expect(error.job).toBe(fake.job)
  expect(error.job?.info).toMatchObject({ status: 'failed', message: 'No memory', progress: 30, traceback })
})

test('where the job says nothing, the exception is the reason', async () => {
  const error = await failureOf(await failed({}, json(tooLarge, { status: 500 })))
  expect(error.message).toBe('job "j" of process "p" failed: the area has 9 million pixels')
})

test('an exception of the standard is named', async () => {
  const exception = `${base}/no-disk-space`
  const error = await failureOf(await failed({}, json({ type: exception, title: 'No disk space' }, { status: 500 })))
  expect(error.exception).toBe('no-disk-space')
})

test('the exception that a state of version 2.0 has is enough', async () => {
  const fake = await failed({ exception: tooLarge }, json({}))
  expect(await failureOf(fake)).toMatchObject({ apiError: tooLarge })
  expect(fake.server.lines()).toEqual(['GET /jobs/j'])
})

test.each([
  ['that they are not ready', json({ type: `${base}/result-not-ready`, title: 'Not ready' }, { status: 404 })],
  ['so in another dialect', json({ code: 'ResultNotReady', description: 'job not ready' }, { status: 404 })],
  ['that there are none', json({ code: 'ResultNotAvailable', description: 'job has none' }, { status: 404 })],
  ['that no job is known', json({ code: 'NoSuchJob', description: 'no job' }, { status: 404 })],
  ['that the job is gone', json({ type: `${base}/no-such-job`, title: 'Gone' }, { status: 404 })],
  ['nothing of use', json([], { status: 500 })],
  ['results after all', json({ a: 1 })]
])('results that say %s are no reason', async (_, answer) => {
  const error = await failureOf(await failed({ message: 'No memory' }, answer))
  expect(error.message).toBe('job "j" of process "p" failed: No memory')
  expect(error.apiError).toEqual({ type: 'about:blank', detail: 'No memory' })
})

test('the reason is asked for once, whoever waits, with the headers of the run', async () => {
  const fake = await failed({}, json(tooLarge, { status: 500 }))
  const job = await fake.ogc.submit('p', {}, { mode: 'async', headers: { 'X-Tenant': 'T' } })
  fake.server.calls.length = 0
  const waits = [rejection(job.wait()), rejection(job.wait())]
  await fake.clock.advance(1_000)
  for (const error of await Promise.all(waits)) expect(error.apiError).toEqual(tooLarge)
  await rejection(job.wait())
  expect(fake.server.lines()).toEqual(['GET /jobs/j', 'GET /jobs/j/results'])
  expect(fake.server.calls[1]?.headers.get('X-Tenant')).toBe('T')
})

test('a reason that does not come holds the failure for five seconds at the most', async () => {
  const fake = await failed({ message: 'No memory' }, hangs)
  const wait = rejection(fake.job.wait())
  let over = false
  void wait.then(() => {
    over = true
  })
  await fake.clock.advance(5_049)
  expect(over).toBe(false)
  await fake.clock.advance(1)
  expect(await wait).toMatchObject({ code: 'job-failed', message: 'job "j" of process "p" failed: No memory' })
  expect(fake.clock.pending).toBe(0)
})

test('it holds the failure no longer than the bound of the wait, and an abort ends it', async () => {
  const fake = await failed({}, hangs)
  const wait = rejection(fake.job.wait({ waitTimeout: 1_000 }))
  await fake.clock.advance(1_000)
  expect(await wait).toMatchObject({ code: 'job-failed' })

  const other = await failed({}, hangs)
  const user = new AbortController()
  const aborted = rejection(other.job.wait({ signal: user.signal }))
  await other.clock.advance(100)
  user.abort()
  expect(await aborted).toMatchObject({ code: 'job-failed' })
})

test('a message without end is cut', async () => {
  const message = 'word '.repeat(100_000)
  const fake = await failed({ message }, json({}, { status: 403 }))
  const error = await failureOf(fake)
  expect(error.message.length).toBeLessThan(450)
  expect(JSON.stringify(error).length).toBeLessThan(1_000)
  expect(error.job?.info.message).toBe(message)
})

test('a secret that the job quotes is in no part of the error', async () => {
  const info = { message: 'no access with tok-12345', traceback: ['tok-12345 refused'] }
  const fake = await fakeJob([state('failed', info)], {}, { accessToken: 'tok-12345' })
  const error = await failureOf(fake)
  expect([error.message, error.apiError]).toEqual([
    'job "j" of process "p" failed: no access with ***',
    { type: 'about:blank', detail: 'no access with ***', traceback: ['*** refused'] }
  ])
})

test('a reason that could not be had is asked for again by the next who waits', async () => {
  const fake = await fakeJob([state('failed')], {
    'GET /jobs/j/results': [fails(new TypeError('fetch failed')), json(tooLarge, { status: 500 })]
  })
  const first = rejection(fake.job.wait())
  await fake.clock.advance(1_000)
  expect((await first).apiError).toBeUndefined()
  expect((await rejection(fake.job.wait())).apiError).toEqual(tooLarge)
})

test('so is one that did not come in time', async () => {
  const fake = await fakeJob([state('failed')], { 'GET /jobs/j/results': [hangs, json(tooLarge, { status: 500 })] })
  expect((await failureOf(fake, 6_000)).apiError).toBeUndefined()
  expect((await failureOf(fake)).apiError).toEqual(tooLarge)
})

test('a failure that is learned when the time of the wait is over is told without asking for its reason', async () => {
  let late = 0
  const clock = createVirtualClock()
  const slow = {
    ...clock,
    now: () => clock.now() + late,
    setTimeout: clock.setTimeout,
    clearTimeout: clock.clearTimeout
  }
  const fake = await fakeJob(
    [state('failed')],
    { 'GET /jobs/j/results': json(tooLarge, { status: 500 }) },
    { clock: slow }
  )
  // As on a machine that is busy: the timer of the wait has yet to fire.
  const onProgress = ({ status }: JobInfo): void => {
    if (status === 'failed') late = 950
  }
  const wait = rejection(fake.job.wait({ waitTimeout: 1_000, onProgress }))
  await clock.advance(50)
  expect(await wait).toMatchObject({ code: 'job-failed', message: 'job "j" of process "p" failed' })
  expect(fake.server.lines()).toEqual(['GET /jobs/j'])
})

test.each([
  [{ en: 'No memory' }, '{"en":"No memory"}'],
  [{ message: 'No memory' }, 'No memory'],
  [['No', 'memory'], '["No","memory"]'],
  [42, '42'],
  [true, 'true']
])('a message that is no text, %j, is told as one', async (message, told) => {
  const error = await failureOf(await failed({ message }, json({ title: 'None' }, { status: 404 })))
  expect(error).toMatchObject({ code: 'job-failed', message: `job "j" of process "p" failed: ${told}` })
  expect(error.apiError?.detail).toBe(told)
})
