import { createVirtualClock } from '@geoclients/mock-core'
import { expect, test } from 'vitest'
import { isOgcError } from '../errors/ogc-error.ts'
import { fakeJob, state } from '../testing/fake-job.ts'
import { clientOf, empty, fakeServer, json } from '../testing/fake-server.ts'
import { rejection } from '../testing/rejection.ts'

const origin = 'https://ogc.example'

test('a job is saved without secrets and goes on elsewhere', async () => {
  const fake = await fakeJob([state('running'), state('successful')], {}, { accessToken: 's3cret', userName: 'me' })
  const saved = JSON.stringify(fake.job)
  expect(JSON.parse(saved)).toEqual({ version: 1, origin, basePath: '/base', processId: 'p', jobId: 'j' })

  const job = fake.ogc.job(JSON.parse(saved))
  expect([job.id, job.processId, job.status]).toEqual(['j', 'p', 'accepted'])
  expect(fake.server.calls).toEqual([])
  expect(JSON.stringify(job)).toBe(saved)
  const wait = job.wait()
  await fake.clock.advance(60_000)
  expect(await wait).toEqual({ jobID: 'j', processID: 'p', type: 'process', status: 'successful' })
})

test('a job is also found by its id alone', async () => {
  const server = fakeServer({ 'GET /jobs/a%2Fb': json({ jobID: 'a/b', status: 'running' }) })
  const job = clientOf(server).job('a/b')
  // Also without members that are undefined: programs show and store both.
  expect(await job.refresh()).toStrictEqual({ jobID: 'a/b', type: 'process', status: 'running' })
  expect(job.status).toBe('running')
  expect(job.toJSON()).toStrictEqual({ version: 1, origin, basePath: '/base', jobId: 'a/b' })
})

test('a saved job whose state could not be had is told as accepted, and tells only what the server says', async () => {
  const fake = await fakeJob([empty(403), state('running'), state('successful')])
  const job = fake.ogc.job('j')
  expect(await rejection(job.refresh())).toMatchObject({ status: 403 })
  expect(job.info).toEqual({ jobID: 'j', type: 'process', status: 'accepted' })
  expect([job.status, job.processId]).toEqual(['accepted', undefined])
  const heard: string[] = []
  const wait = job.wait({ onProgress: ({ status }) => heard.push(status) })
  await fake.clock.advance(1_000)
  await wait
  expect(heard).toEqual(['running', 'successful'])
})

test('results of jobs that a list ends without their process are named by what each job tells', async () => {
  const clock = createVirtualClock()
  const states = ['a', 'b', 'c'].map((jobID) => ({ jobID, status: 'successful' }))
  const server = fakeServer(
    {
      'GET /jobs?limit=30': json({ jobs: states, links: [] }),
      'GET /jobs/a': json({ ...states[0], processID: 'p' }),
      'GET /jobs/b': empty(404),
      'GET /jobs/c': json(states[2]),
      'GET /jobs/a/results': json(5),
      'GET /jobs/b/results': json(6),
      'GET /jobs/c/results': json(7),
      'GET /processes/p': json({ id: 'p', version: '1', outputs: { mean: {} } })
    },
    clock
  )
  const ogc = clientOf(server, { clock })
  const all = Promise.all(['a', 'b', 'c'].map((id) => ogc.job(id).results()))
  await clock.advance(1_000)
  expect((await all).map((results) => results.toJSON())).toEqual([{ mean: 5 }, { result: 6 }, { result: 7 }])
  expect(server.lines().slice(0, 1)).toEqual(['GET /jobs?limit=30'])
})

test('a saved job is of the process that the caller names, or is refused', () => {
  const ogc = clientOf(fakeServer({}))
  expect(ogc.job('j', 'p').processId).toBe('p')
  expect(ogc.job({ ...ref, processId: 'p' }, 'p').processId).toBe('p')
  expect(() => ogc.job({ ...ref, processId: 'p' }, 'other')).toThrow(
    expect.objectContaining({
      code: 'invalid-argument',
      message: 'processId must be "p", for which the job was saved, got "other"'
    })
  )
})

const ref = { version: 1 as const, origin, basePath: '/base', jobId: 'j' }

test.each<[saved: unknown, message: string]>([
  ['', 'jobId must be a non-empty string, got ""'],
  [' ', 'jobId must be a non-empty string, got " "'],
  [undefined, 'saved must be a job id, or a saved job as JSON.parse(JSON.stringify(job)) returns it, got undefined'],
  [7, 'saved must be a job id, or a saved job as JSON.parse(JSON.stringify(job)) returns it, got 7'],
  [[ref], 'saved must be a job id, or a saved job as JSON.parse(JSON.stringify(job)) returns it, got an array of 1'],
  [{ ...ref, version: 2 }, 'saved.version must be 1, got 2'],
  [{}, 'saved must be a job id, or a saved job as JSON.parse(JSON.stringify(job)) returns it, got an object'],
  [
    { ...ref, origin: 'https://elsewhere.example' },
    `saved.origin must be ${origin}, the origin of this client, got "https://elsewhere.example"`
  ],
  [{ ...ref, origin: undefined }, `saved.origin must be ${origin}, the origin of this client, got undefined`],
  [{ ...ref, basePath: '/other' }, 'saved.basePath must be "/base", the path of this client\'s baseUrl, got "/other"'],
  [{ ...ref, basePath: null }, 'saved.basePath must be "/base", the path of this client\'s baseUrl, got null'],
  [{ ...ref, jobId: undefined }, 'saved.jobId must be a non-empty string, got undefined'],
  [{ ...ref, jobId: 5 }, 'saved.jobId must be a non-empty string, got 5'],
  [{ ...ref, processId: null }, 'saved.processId must be a non-empty string, got null']
])('%j is no saved job', (saved, message) => {
  const ogc = clientOf(fakeServer({}))
  let thrown: unknown
  try {
    ogc.job(saved as never)
  } catch (error) {
    thrown = error
  }
  expect(isOgcError(thrown)).toBe(true)
  expect(thrown).toMatchObject({ code: 'invalid-argument', message })
})

test.each([
  ['https://ogc.example', ''],
  ['https://ogc.example/', ''],
  ['https://ogc.example/a/b/', '/a/b']
])('the job of a service at %s has the base path %j', (baseUrl, basePath) => {
  const saved = clientOf(fakeServer({}), { baseUrl }).job('j').toJSON()
  expect(saved).toEqual({ version: 1, origin, basePath, jobId: 'j' })
  expect(clientOf(fakeServer({}), { baseUrl }).job(saved).id).toBe('j')
})

test('a saved job without a base path is checked by its origin', () => {
  expect(clientOf(fakeServer({})).job({ version: 1, origin, jobId: 'j' }).id).toBe('j')
})

test('a job that the server did not keep can be neither saved nor dismissed', async () => {
  const server = fakeServer({
    'POST /processes/p/execution': json({ a: 1 }),
    'GET /processes/p': json({ id: 'p', version: '1' })
  })
  const job = await clientOf(server).submit('p', {}, { mode: 'sync' })
  const message =
    'this job has no id: the server returned the results immediately and kept no job, so it cannot be found again or dismissed'
  expect(() => JSON.stringify(job)).toThrow(expect.objectContaining({ code: 'invalid-argument', message }))
  expect(await rejection(job.dismiss())).toMatchObject({ code: 'invalid-argument', message })
})
