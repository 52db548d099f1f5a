import { expect, test } from 'vitest'
import { fakeJob, state } from '../testing/fake-job.ts'
import { json } from '../testing/fake-server.ts'
import { rejection } from '../testing/rejection.ts'
import type { JobInfo } from '../types/wire.ts'

test('onProgress hears what is known and then each change', async () => {
  const fake = await fakeJob([
    state('running', { progress: 1 }),
    state('running', { progress: 1 }),
    state('successful')
  ])
  const heard: unknown[] = []
  const wait = fake.job.wait({ onProgress: ({ status, progress }: JobInfo) => heard.push([status, progress]) })
  expect(heard).toEqual([['accepted', undefined]])
  await fake.clock.advance(60_000)
  await wait
  expect(heard).toEqual([
    ['accepted', undefined],
    ['running', 1],
    ['successful', undefined]
  ])
})

test('an onProgress that throws ends its own wait only', async () => {
  const fake = await fakeJob([state('running'), state('successful')])
  const fault = new Error('no such element')
  const first = fake.job.wait({
    onProgress: ({ status }) => {
      if (status === 'running') throw fault
    }
  })
  const second = fake.job.wait()
  first.catch(() => {})
  await fake.clock.advance(60_000)
  await expect(first).rejects.toBe(fault)
  expect(await second).toMatchObject({ status: 'successful' })
})

test('a failed job rejects with its message, its traceback and its handle', async () => {
  const failure = state('failed', { message: 'Woke up too early', 'x-traceback': ['a\n', 'b'] })
  const fake = await fakeJob([failure], { 'GET /jobs/j/results': json({ title: 'None' }, { status: 404 }) })
  const wait = rejection(fake.job.wait())
  await fake.clock.advance(1_000)
  const error = await wait
  expect(error).toMatchObject({
    code: 'job-failed',
    name: 'OgcError',
    message: 'job "j" of process "p" failed: Woke up too early',
    apiError: { detail: 'Woke up too early', traceback: ['a\n', 'b'] }
  })
  expect(error.job).toBe(fake.job)
  expect(await rejection(fake.job.wait())).toMatchObject({ code: 'job-failed' })
  expect(fake.server.lines()).toEqual(['GET /jobs/j', 'GET /jobs/j/results'])
})

test.each([
  ['failed', 'job-failed', 'job "j" of process "p" failed'],
  ['rejected', 'job-failed', 'job "j" of process "p" failed'],
  ['dismissed', 'job-dismissed', 'job "j" of process "p" was dismissed'],
  ['deleted', 'job-dismissed', 'job "j" of process "p" was dismissed']
])('a job that is %s rejects with %s', async (status, code, message) => {
  const fake = await fakeJob([state(status)])
  const wait = rejection(fake.job.wait())
  await fake.clock.advance(1_000)
  const error = await wait
  expect(error).toMatchObject({ code, message })
  expect(error.apiError).toBeUndefined()
  expect(error.job).toBe(fake.job)
})

test('a job that has no process has no name of one in its errors', async () => {
  const fake = await fakeJob([state('failed')])
  const wait = rejection(fake.ogc.job('j').wait())
  await fake.clock.advance(0)
  expect((await wait).message).toBe('job "j" failed')
})

test('an unknown status counts as running and is warned of once', async () => {
  const warnings: string[] = []
  const fake = await fakeJob(
    [state('paused'), state('paused', { progress: 1 }), state('stalled'), state('toString'), state('successful')],
    {},
    { onWarning: (message) => warnings.push(message) }
  )
  const statuses: string[] = []
  const wait = fake.job.wait({ onProgress: ({ status }) => statuses.push(`${status} ${fake.job.status}`) })
  await fake.clock.advance(60_000)
  await wait
  expect(statuses).toEqual([
    'accepted accepted',
    'paused running',
    'paused running',
    'stalled running',
    'toString running',
    'successful successful'
  ])
  expect(warnings).toEqual([
    'unknown job status "paused" is treated as running',
    'unknown job status "stalled" is treated as running',
    'unknown job status "toString" is treated as running'
  ])
})

test('closing the client ends all waits', async () => {
  const fake = await fakeJob([state('running')])
  const waits = [rejection(fake.job.wait()), rejection(fake.job.results()), rejection(fake.ogc.job('k').wait())]
  await fake.clock.advance(10)
  fake.ogc.close()
  const errors = await Promise.all(waits)
  expect(errors.map(({ code, job }) => [code, job])).toEqual(Array(3).fill(['closed', undefined]))
  expect(fake.clock.pending).toBe(0)
})

test('a handle is not thenable', async () => {
  const { job } = await fakeJob([])
  expect('then' in job).toBe(false)
  expect(await job).toBe(job)
})
