import { expect, test } from 'vitest'
import { fakeJob } from '../testing/fake-job.ts'
import { type Answer, clientOf, fakeServer, json } from '../testing/fake-server.ts'
import { rejection } from '../testing/rejection.ts'

const processUri = 'https://ogc.example/base/processes/my%20process'
const state = (status: string, more: object = {}): object => ({
  ...{ id: 'j', status, processingEntityType: 'ogc-api-processes', processID: processUri },
  ...more
})
const described = json({ id: 'p', version: '1', outputs: { a: {}, b: {} } })
const inJob = 'POST /processes/p/execution'
const ogcOf = (routes: Readonly<Record<string, Answer | readonly Answer[]>>) =>
  clientOf(fakeServer({ 'GET /processes/p': described, ...routes }))

test.each([200, 201])('a state that an execution is answered with, with %i, is a job', async (status) => {
  const ogc = ogcOf({
    [inJob]: json(state('accepted'), { status }),
    'GET /jobs/j': json(state('successful')),
    'GET /jobs/j/results': json({ a: 1, b: 2 })
  })
  const job = await ogc.submit('p', {}, { mode: 'async' })
  expect([job.id, job.status, job.info.jobID, job.info.type]).toEqual(['j', 'accepted', 'j', 'process'])
  expect((await job.results()).toJSON()).toEqual({ a: 1, b: 2 })
})

test('a state in place of results is none', async () => {
  const ogc = ogcOf({ 'GET /jobs/j': json(state('running')), 'GET /jobs/j/results': json(state('running')) })
  expect(await rejection(ogc.getJobResults('j', { processId: 'p' }))).toMatchObject({ exception: 'result-not-ready' })
})

test('the URI of a process is told as its id, in states, in lists and in what is saved', async () => {
  const ogc = ogcOf({
    'GET /jobs/j': json(state('running')),
    'GET /jobs': json({ jobs: [state('running')], links: [] })
  })
  const job = ogc.job('j')
  await job.refresh()
  expect([job.info.processID, job.processId]).toEqual(['my process', 'my process'])
  expect(job.toJSON()).toMatchObject({ processId: 'my process' })
  expect((await ogc.getJobs()).jobs).toMatchObject([{ jobID: 'j', processID: 'my process' }])
})

test('outputs of a job whose process is a URI have their names, with one request for the description', async () => {
  const server = fakeServer({
    'GET /jobs/j': json(state('successful', { processID: 'https://ogc.example/base/processes/p' })),
    'GET /jobs/j/results': json([1]),
    'GET /processes/p': json({ id: 'p', version: '1', outputs: { list: {} } })
  })
  const results = await clientOf(server).getJobResults('j')
  expect(results.toJSON()).toEqual({ list: [1] })
  expect(server.lines()).toEqual(['GET /jobs/j/results', 'GET /jobs/j', 'GET /processes/p'])
})

test('result-not-available is no reason of a failure', async () => {
  const type = 'http://www.opengis.net/def/exceptions/ogcapi-processes-1/1.0/result-not-available'
  const fake = await fakeJob([json({ ...state('failed'), message: 'No memory' })], {
    'GET /jobs/j/results': json({ type, title: 'None' }, { status: 404 })
  })
  const wait = rejection(fake.job.wait())
  await fake.clock.advance(1_000)
  expect(await wait).toMatchObject({
    message: 'job "j" of process "p" failed: No memory',
    apiError: { type: 'about:blank', detail: 'No memory' }
  })
})

test.each(['created', 'create'])('the wait for a job that nobody has started (%s) says so at once', async (status) => {
  const server = fakeServer({ 'GET /jobs/j': json(state(status)) })
  const job = clientOf(server).job('j')
  const error = await rejection(job.wait())
  expect(error).toMatchObject({ code: 'job-not-started', job })
  expect(error.message).toBe('job "j" of process "my process" was not started; start it with startJob("j")')
  expect(await rejection(job.results())).toMatchObject({ code: 'job-not-started' })
  expect(server.lines()).toEqual(['GET /jobs/j', 'GET /jobs/j'])
})

test('a job that this client has executed may say for a moment that it is created', async () => {
  const fake = await fakeJob([json(state('created')), json(state('successful'))])
  const wait = fake.job.wait()
  await fake.clock.advance(60_000)
  expect(await wait).toMatchObject({ status: 'successful' })
})
