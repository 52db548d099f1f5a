import { createVirtualClock } from '@geoclients/mock-core'
import { expect, test } from 'vitest'
import { fakeJob, state } from '../testing/fake-job.ts'
import { type Answer, clientOf, empty, fails, fakeServer, json, text } from '../testing/fake-server.ts'
import { rejection } from '../testing/rejection.ts'

test('results waits first', async () => {
  const fake = await fakeJob([state('running'), state('successful')], { 'GET /jobs/j/results': json({ a: 5 }) })
  const heard: string[] = []
  const call = fake.job.results({ onProgress: ({ status }) => heard.push(status), headers: { 'X-A': '1' } })
  await fake.clock.advance(60_000)
  expect((await call).toJSON()).toEqual({ a: 5 })
  expect(heard).toEqual(['accepted', 'running', 'successful'])
  expect(fake.server.lines()).toEqual(['GET /jobs/j', 'GET /jobs/j', 'GET /jobs/j/results', 'GET /processes/p'])
  expect(fake.server.calls[2]?.headers.get('X-A')).toBe('1')
})

test.each([
  ['failed', 'job-failed', ['GET /jobs/j', 'GET /jobs/j/results']],
  ['dismissed', 'job-dismissed', ['GET /jobs/j']]
])('a job that is %s has no results: at most the reason of that is asked for', async (status, code, lines) => {
  const fake = await fakeJob([state(status)])
  const call = rejection(fake.job.results())
  await fake.clock.advance(60_000)
  expect(await call).toMatchObject({ code })
  expect(fake.server.lines()).toEqual(lines)
})

test('results that cannot be had reject as any call does', async () => {
  const fake = await fakeJob([state('successful')], { 'GET /jobs/j/results': json({ title: 'Gone' }, { status: 410 }) })
  const call = rejection(fake.job.results())
  await fake.clock.advance(60_000)
  const error = await call
  expect(error).toMatchObject({ code: 'http-status', status: 410 })
  expect(error.job).toBe(fake.job)
})

test('a run whose results cannot be had does not lose the job', async () => {
  const fake = await fakeJob([state('successful')], { 'GET /jobs/j/results': fails(new TypeError('fetch failed')) })
  const call = rejection(fake.ogc.run('p', {}))
  await fake.clock.advance(60_000)
  const { code, job } = await call
  expect([code, job?.id]).toEqual(['network', 'j'])
})

test('a synchronous run may take as long as the wait for a job', async () => {
  const clock = createVirtualClock()
  const slow: Answer = () => new Promise((resolve) => clock.setTimeout(() => resolve(Response.json({ a: 5 })), 90_000))
  const server = fakeServer({
    'POST /processes/p/execution': slow,
    'GET /processes/p': json({ id: 'p', version: '1', jobControlOptions: ['sync-execute'], outputs: { a: {} } })
  })
  const run = clientOf(server, { clock }).run('p', {})
  await clock.advance(90_000)
  expect((await run).toJSON()).toEqual({ a: 5 })
  for (const [options, config, bound] of [
    [{ timeout: 5_000 }, {}, 5_000],
    [{}, { timeout: 7_000 }, 7_000],
    [{ waitTimeout: 80_000 }, { timeout: 7_000 }, 80_000]
  ] as const) {
    const started = clock.now()
    const late = rejection(clientOf(server, { clock, ...config }).run('p', {}, options)).then((error) => [
      error.code,
      clock.now() - started
    ])
    await clock.advance(100_000)
    expect(await late).toEqual(['timeout', bound])
  }
})

test('a job by its id alone learns its process from its state', async () => {
  const fake = await fakeJob([state('successful', { processID: 'p' })], { 'GET /jobs/j/results': json(5) })
  const call = fake.ogc.job('j').results()
  await fake.clock.advance(0)
  expect((await call).toJSON()).toEqual({ a: 5 })
  expect(fake.server.lines()).toEqual(['GET /jobs/j', 'GET /jobs/j/results', 'GET /processes/p'])
})

test('run is all of it in one line', async () => {
  const fake = await fakeJob([state('running', { progress: 50 }), state('successful')], {
    'GET /jobs/j/results': json({ a: 5 })
  })
  const heard: unknown[] = []
  const call = fake.ogc.run('p', { inputs: { x: 1 } }, { onProgress: ({ progress }) => heard.push(progress) })
  await fake.clock.advance(60_000)
  expect((await call).get('a')).toMatchObject({ kind: 'value', value: 5 })
  expect(heard).toEqual([undefined, 50, undefined])
  const execution = fake.server.calls.find(({ line }) => line.startsWith('POST'))
  expect([execution?.headers.get('Prefer'), execution?.body]).toEqual(['respond-async', '{"inputs":{"x":1}}'])
  expect(fake.server.lines().filter((line) => line === 'GET /processes/p')).toHaveLength(1)
})

test('every request of a run has its headers, but media types and preferences only where they belong', async () => {
  const fake = await fakeJob([state('successful')], { 'GET /jobs/j/results': json({ a: 5 }) })
  const headers = { Authorization: 'Bearer mine', Accept: 'image/tiff', Prefer: 'wait=5' }
  const call = fake.ogc.run('p', {}, { mode: 'async', headers })
  await fake.clock.advance(60_000)
  await call
  const seen = fake.server.calls.map(({ line, headers }) => [
    line,
    headers.get('Authorization'),
    headers.get('Accept'),
    headers.get('Prefer')
  ])
  expect(seen).toEqual([
    ['POST /processes/p/execution', 'Bearer mine', 'image/tiff', 'wait=5'],
    ['GET /jobs/j', 'Bearer mine', 'application/json', null],
    ['GET /jobs/j/results', 'Bearer mine', 'image/tiff', 'wait=5'],
    ['GET /processes/p', 'Bearer mine', 'application/json', null]
  ])
})

test('run with an answer at once', async () => {
  const server = fakeServer({
    'POST /processes/p/execution': json({ a: 5 }),
    'GET /processes/p': json({
      id: 'p',
      version: '1',
      jobControlOptions: ['sync-execute'],
      outputs: { a: { schema: {} } }
    })
  })
  const results = await clientOf(server).run('p', {})
  expect(results.toJSON()).toEqual({ a: 5 })
  expect(server.lines()).toEqual(['GET /processes/p', 'POST /processes/p/execution'])
})

test('run rejects as the job ended', async () => {
  const fake = await fakeJob([state('failed', { message: 'no data' })])
  const call = rejection(fake.ogc.run('p', {}, { mode: 'async' }))
  await fake.clock.advance(1_000)
  const error = await call
  expect(error).toMatchObject({ code: 'job-failed', message: 'job "j" of process "p" failed: no data' })
  expect(error.job?.id).toBe('j')
})

test('the bound of the wait is that of a server that runs the process while the request waits', async () => {
  const hangs = (): Promise<Response> => new Promise(() => {})
  const fake = await fakeJob([], {
    'POST /processes/p/execution': [json({ jobID: 'j', status: 'accepted' }, { status: 201 }), hangs]
  })
  const call = rejection(fake.ogc.run('p', {}, { mode: 'sync', waitTimeout: 200_000 }))
  await fake.clock.advance(199_999)
  expect(fake.clock.pending).toBe(1)
  await fake.clock.advance(1)
  expect((await call).message).toBe('POST https://ogc.example/base/processes/p/execution: no response within 200000 ms')
})

test('an abort while the results come ends run', async () => {
  const user = new AbortController()
  const fake = await fakeJob([state('successful')], {
    'GET /jobs/j/results': () => {
      user.abort('enough')
      return new Promise(() => {})
    },
    'DELETE /jobs/j': empty(204)
  })
  const call = rejection(fake.ogc.run('p', {}, { mode: 'async', signal: user.signal, dismissOnAbort: true }))
  await fake.clock.advance(1_000)
  expect(await call).toMatchObject({ code: 'aborted', name: 'AbortError', cause: 'enough' })
  expect(fake.server.lines()).not.toContain('DELETE /jobs/j') // it was over
})

test.each<[name: string, answer: Answer]>([
  ['202 with the state of the job', json({ jobID: 'j', status: 'running' }, { status: 202 })],
  ['202 with nothing', empty(202)],
  ['202 with a page', text('<p>Wait</p>', 'text/html', { status: 202 })],
  ['200 with the state of the job', json({ jobID: 'j', status: 'running' })]
])('results that are not there yet are no results: %s', async (_, answer) => {
  const server = fakeServer({ 'GET /jobs/j/results': answer, 'GET /jobs/j': json({ jobID: 'j', status: 'running' }) })
  expect(await rejection(clientOf(server).getJobResults('j'))).toMatchObject({
    code: 'http-status',
    exception: 'result-not-ready'
  })
})

test.each<[status: string, code: string, message: string]>([
  ['failed', 'job-failed', 'there are no results: the job failed: boom'],
  ['dismissed', 'job-dismissed', 'there are no results: the job was dismissed: boom'],
  ['successful', 'malformed-body', 'but the body is not a results document']
])('the state of a job that is %s is no result', async (status, code, message) => {
  const body = json({ jobID: 'j', type: 'process', status, message: 'boom' })
  const fake = await fakeJob([state('successful')], { 'GET /jobs/j/results': body })
  const call = rejection(fake.ogc.run('p', {}))
  await fake.clock.advance(60_000)
  const error = await call
  expect([error.code, error.job?.id]).toEqual([code, 'j'])
  expect(error.message).toContain(message)
})

test('problem details in place of results, with 200, are an error', async () => {
  const problem = text('{"title":"Gone","detail":"purged"}', 'application/problem+json')
  const fake = await fakeJob([state('successful')], { 'GET /jobs/j/results': problem })
  const call = rejection(fake.job.results())
  await fake.clock.advance(60_000)
  expect(await call).toMatchObject({ code: 'http-status', status: 200, apiError: { detail: 'purged' } })
})
