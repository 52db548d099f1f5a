import { expect, test } from 'vitest'
import { type Answer, clientOf, empty, fakeServer, json, text } from '../testing/fake-server.ts'
import { rejection } from '../testing/rejection.ts'

const execution = 'POST /processes/p/execution'
const failedState = { type: 'process', jobID: 'j', status: 'failed', message: 'no &quot;sea&quot; here' }
const exception = { code: 'InvalidParameterValue', description: 'no such place' }

function runOf(answer: Answer, outputs: object = { a: {} }, more: Readonly<Record<string, Answer>> = {}) {
  const server = fakeServer({
    [execution]: answer,
    'GET /processes/p': json({ id: 'p', version: '1', outputs }),
    ...more
  })
  return { server, run: clientOf(server, { onWarning: () => {} }).run('p', {}, { mode: 'sync' }) }
}

test.each<[name: string, answer: Answer, expected: unknown]>([
  [
    'a state with its outputs',
    json({ type: 'process', jobID: 'j', status: 'successful', outputs: { a: 1 } }),
    { a: 1 }
  ],
  ['a 201 with results', json({ a: 1 }, { status: 201 }), { a: 1 }],
  [
    'an output that looks like an exception',
    json(exception),
    { code: exception.code, description: exception.description }
  ]
])('isResultsWith201, isStateWithOutputs: %s is results', async (_name, answer, expected) => {
  const outputs = { a: {}, code: {}, description: {} }
  expect((await runOf(answer, outputs).run).toJSON()).toEqual(expected)
})

test('isResultsWith201: bytes with 201 are the output, and what names no output is none', async () => {
  const results = await runOf(text('II*', 'image/tiff', { status: 201 })).run
  expect(results.get('a')).toMatchObject({ kind: 'bytes', mediaType: 'image/tiff' })
  for (const answer of [json({ status: 'accepted' }, { status: 201 }), json({ x: 1 }, { status: 201 }), empty(201)]) {
    expect(await rejection(runOf(answer).run)).toMatchObject({ code: 'malformed-body' })
  }
})

test.each([400, 500])(
  'failedRunOf: the state of a failed job with %i is job-failed with the handle',
  async (status) => {
    const { run } = runOf(json(failedState, { status }), {}, { 'GET /jobs/j/results': empty(404) })
    const error = await rejection(run)
    expect(error).toMatchObject({ code: 'job-failed', message: 'job "j" of process "p" failed: no "sea" here' })
    expect(error.job?.id).toBe('j')
  }
)

test('failedRunOf: an error that names no job, or is of something in front of the service, stays what it is', async () => {
  expect(await rejection(runOf(json(exception, { status: 400 })).run)).toMatchObject({
    code: 'http-status',
    status: 400
  })
  const named = { headers: { Location: '/base/jobs/j' } }
  for (const job of [empty(404), json({ jobID: 'j', status: 'running' }), empty(503)]) {
    const { run } = runOf(json(exception, { status: 503, ...named }), {}, { 'GET /jobs/j': job })
    expect(await rejection(run)).toMatchObject({ code: 'http-status', status: 503 })
  }
})

test.each([
  ['Location', { Location: '/base/jobs/j' }],
  ['a monitor link', { Link: '</base/jobs/j>; rel="monitor"' }]
])('failedRunOf: an error that names by %s a job that has failed is job-failed with the handle', async (_, headers) => {
  const job = json({ jobID: 'j', status: 'failed', message: 'Job failed.' })
  const { run, server } = runOf(json(exception, { status: 400, headers }), {}, { 'GET /jobs/j': job })
  const error = await rejection(run)
  expect(error).toMatchObject({ code: 'job-failed', message: 'job "j" of process "p" failed: no such place' })
  expect(error.apiError).toMatchObject({ status: 400, type: 'InvalidParameterValue', detail: 'no such place' })
  expect(error.job?.id).toBe('j')
  expect(server.lines()).toEqual([execution, 'GET /jobs/j'])
})

test('isExceptionOf: an exception with 200 is a failure, of the job where one is named', async () => {
  const named = json(exception, { headers: { Location: '/base/jobs/j' } })
  const error = await rejection(runOf(named).run)
  expect(error).toMatchObject({ code: 'job-failed', apiError: { detail: 'no such place' } })
  expect(error.job?.id).toBe('j')
  expect((await rejection(runOf(json(exception)).run)).message).toContain('no such place')
  const described = { a: { schema: { type: 'object', properties: { code: {}, description: {} } } } }
  expect((await runOf(json(exception), described).run).toJSON()).toEqual({ a: exception })
})

test('isExceptionOf: an exception in place of results rejects with its reason', async () => {
  const body = { title: 'T', type: 'NoApplicableCode', detail: 'why' }
  const server = fakeServer({
    'GET /jobs/j/results': json(body),
    'GET /processes/p': json({ id: 'p', outputs: { a: {} } })
  })
  const error = await rejection(clientOf(server).getJobResults('j', { processId: 'p' }))
  expect(error.message).toContain('why')
  expect(error.apiError?.detail).toBe('why')
})
