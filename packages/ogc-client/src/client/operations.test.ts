import { expect, test } from 'vitest'
import { clientOf, empty, type FakeServer, fakeServer, json, type SeenCall, text } from '../testing/fake-server.ts'

/** The only request that was made. */
function only({ calls }: FakeServer): SeenCall {
  expect(calls).toHaveLength(1)
  return calls[0] as SeenCall
}

const headersOf = ({ headers }: SeenCall): Record<string, string> => Object.fromEntries(headers)
const jsonOnly = { accept: 'application/json' }
const anyResult = 'application/json, multipart/related;q=0.9, */*;q=0.8'
const created = { jobID: 'j1', type: 'process', status: 'accepted' }

test('getCapabilities reads the landing page', async () => {
  const page = { title: 'A service', links: [{ href: 'https://ogc.example/base/jobs', rel: 'jobs' }] }
  const server = fakeServer({ 'GET /': json(page) })
  expect(await clientOf(server).getCapabilities()).toEqual(page)
  expect(headersOf(only(server))).toEqual(jsonOnly)
  expect(only(server).body).toBeUndefined()
})

test('getConformance reads the declaration', async () => {
  const server = fakeServer({ 'GET /conformance': json({ conformsTo: ['http://a', 'http://b'] }) })
  expect(await clientOf(server).getConformance()).toEqual({ conformsTo: ['http://a', 'http://b'] })
  expect(headersOf(only(server))).toEqual(jsonOnly)
})

test('getProcesses asks for one page', async () => {
  const page = { processes: [{ id: 'ndvi', version: '1.0.0' }], links: [] }
  const server = fakeServer({ 'GET /processes': json(page), 'GET /processes?limit=5': json({ ...page, links: [] }) })
  const ogc = clientOf(server)
  expect(await ogc.getProcesses()).toEqual(page)
  expect(await ogc.getProcesses({ limit: 5 })).toEqual(page)
  expect(await ogc.getProcesses({ limit: undefined })).toEqual(page)
  expect(server.lines()).toEqual(['GET /processes', 'GET /processes?limit=5', 'GET /processes'])
})

test('getProcess asks for a description by an encoded id', async () => {
  const description = { id: 'a/b c', version: '1', inputs: { x: { schema: { type: 'number' } } } }
  const server = fakeServer({ 'GET /processes/a%2Fb%20c': json(description) })
  expect(await clientOf(server).getProcess('a/b c')).toEqual(description)
  expect(headersOf(only(server))).toEqual(jsonOnly)
})

test('executeProcess sends the request as JSON and prefers a job', async () => {
  const server = fakeServer({ 'POST /processes/ndvi/execution': json(created, { status: 201 }) })
  const request = {
    inputs: { scene: 'a', bbox: [1, 2, 3, 4], left: undefined },
    outputs: { image: { transmissionMode: 'reference' as const } },
    response: 'document' as const,
    subscriber: { successUri: 'https://me.example/done' }
  }
  const started = await clientOf(server).executeProcess('ndvi', request)
  expect(started).toEqual({ ...created, processID: 'ndvi' })
  expect('results' in started).toBe(false)
  const call = only(server)
  expect(headersOf(call)).toEqual({ accept: anyResult, 'content-type': 'application/json', prefer: 'respond-async' })
  expect(call.body).toBe(JSON.stringify(request))
})

test('executeProcess has the results where the server answered at once', async () => {
  const server = fakeServer({
    'POST /processes/ndvi/execution': json({ mean: 5 }),
    'GET /processes/ndvi': json({ id: 'ndvi', version: '1', outputs: { mean: { schema: {} } } })
  })
  const { results, ...info } = await clientOf(server).executeProcess('ndvi', {})
  expect(info).toEqual({ jobID: '', processID: 'ndvi', type: 'process', status: 'successful' })
  expect(results?.toJSON()).toEqual({ mean: 5 })
})

test('getJobs writes each filter as the standard names it, arrays by repeating the name', async () => {
  const page = { jobs: [created], links: [] }
  const line =
    'GET /jobs?type=process&processID=a&processID=b%2Cc&status=running&status=accepted' +
    '&datetime=2026-01-01T00%3A00%3A00Z%2F..&minDuration=0&maxDuration=1.5&limit=10000'
  const server = fakeServer({ [line]: json(page), 'GET /jobs': json(page) })
  const ogc = clientOf(server)
  const filter = {
    type: ['process' as const],
    processId: ['a', 'b,c'],
    status: ['running', 'accepted'],
    datetime: '2026-01-01T00:00:00Z/..',
    minDuration: 0,
    maxDuration: 1.5,
    limit: 10_000
  }
  expect(await ogc.getJobs(filter)).toEqual(page)
  expect(await ogc.getJobs()).toEqual(page)
  expect(await ogc.getJobs({ status: [], processId: undefined })).toEqual(page)
  expect(server.lines()).toEqual([line, 'GET /jobs', 'GET /jobs'])
  expect(headersOf(server.calls[0] as SeenCall)).toEqual(jsonOnly)
})

test('getJob reads the state of a job', async () => {
  const server = fakeServer({
    'GET /jobs/j%3F1': json({ jobID: 'j?1', status: 'running', progress: 40, message: null })
  })
  expect(await clientOf(server).getJob('j?1')).toEqual({
    jobID: 'j?1',
    type: 'process',
    status: 'running',
    progress: 40
  })
  expect(headersOf(only(server))).toEqual(jsonOnly)
})

test('dismissJob sends a DELETE and reads the state that the job is in then', async () => {
  const server = fakeServer({ 'DELETE /jobs/j1': text('{"jobID":"j1","status":"dismissed"}', 'text/html') })
  expect(await clientOf(server).dismissJob('j1')).toEqual({ jobID: 'j1', type: 'process', status: 'dismissed' })
  expect(headersOf(only(server))).toEqual(jsonOnly)
  expect(only(server).body).toBeUndefined()
})

test.each([
  ['204', empty(204)],
  ['an empty 200', text('', 'application/json')],
  ['null', json(null)]
])('dismissJob takes %s for done', async (_, answer) => {
  const server = fakeServer({ 'DELETE /jobs/j1': answer })
  expect(await clientOf(server).dismissJob('j1')).toEqual({ jobID: 'j1', type: 'process', status: 'dismissed' })
})

test('getJobResults welcomes any media type and names outputs by the process that is given', async () => {
  const server = fakeServer({
    'GET /jobs/j1/results': text('12', 'application/json'),
    'GET /processes/ndvi': json({ id: 'ndvi', version: '1', outputs: { mean: { schema: {} } } })
  })
  const results = await clientOf(server).getJobResults('j1', { processId: 'ndvi' })
  expect(results.toJSON()).toEqual({ mean: 12 })
  expect(server.lines()).toEqual(['GET /jobs/j1/results', 'GET /processes/ndvi'])
  expect(headersOf(server.calls[0] as SeenCall)).toEqual({ accept: anyResult })
  expect(headersOf(server.calls[1] as SeenCall)).toEqual(jsonOnly)
})

test('getJobResults asks the job for its process where none is given', async () => {
  const server = fakeServer({
    'GET /jobs/j1/results': text('12', 'application/json'),
    'GET /jobs/j1': json({ ...created, processID: 'ndvi', status: 'successful' }),
    'GET /processes/ndvi': json({ id: 'ndvi', version: '1', outputs: { mean: { schema: {} } } })
  })
  expect((await clientOf(server).getJobResults('j1')).toJSON()).toEqual({ mean: 12 })
})

test('getJobResults does without names that cannot be had', async () => {
  const results = text('12', 'application/json')
  const server = fakeServer({
    'GET /jobs/j1/results': results,
    'GET /jobs/j1': [empty(500), json(created)],
    'GET /processes/ndvi': [empty(500), json({ id: 'ndvi', version: '1' })]
  })
  const ogc = clientOf(server)
  expect((await ogc.getJobResults('j1')).toJSON()).toEqual({ result: 12 }) // the job cannot be had
  expect((await ogc.getJobResults('j1')).toJSON()).toEqual({ result: 12 }) // it does not name its process
  expect((await ogc.getJobResults('j1', { processId: 'ndvi' })).toJSON()).toEqual({ result: 12 }) // no description
  expect((await ogc.getJobResults('j1', { processId: 'ndvi' })).toJSON()).toEqual({ result: 12 }) // one without outputs
})
