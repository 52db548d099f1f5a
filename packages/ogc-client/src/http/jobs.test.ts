import { expect, test } from 'vitest'
import { clientOf, empty, type FakeServer, fakeServer, json, type SeenCall, text } from '../testing/fake-server.ts'

/** The only request that was made. */
function only({ calls }: FakeServer): SeenCall {
  expect(calls).toHaveLength(1)
  return calls[0] as SeenCall
}

const headersOf = ({ headers }: SeenCall): Record<string, string> => Object.fromEntries(headers)
const jsonOnly = { accept: 'application/json' }
const created = { jobID: 'j1', type: 'process', status: 'accepted' }

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
