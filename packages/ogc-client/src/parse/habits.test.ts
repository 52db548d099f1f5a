import { lastLine, mostTelling, readProblem, withoutEntities } from '@geoclients/client-core'
import { expect, test } from 'vitest'
import { clientOf, empty, fakeServer, json } from '../testing/fake-server.ts'

import { isEnd, normaliseStatus } from './job-status.ts'

async function toArray<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = []
  for await (const item of items) found.push(item)
  return found
}

test('normaliseStatus: words for an end are ends', () => {
  expect(['lost', 'crashed', 'stopped', 'running', 'what'].map(isEnd)).toEqual([true, true, true, false, false])
  expect(normaliseStatus('lost')).toBe('failed')
})

test('idForJobId: other spellings of a job’s members name it', async () => {
  const job = { jobId: 'j', processId: 'p', status: 'running' }
  const server = fakeServer({ 'GET /jobs': json({ jobs: [job, 'bare'] }), 'POST /processes/p/execution': json(job) })
  const { jobs } = await clientOf(server).getJobs()
  expect(jobs).toMatchObject([
    { jobID: 'j', processID: 'p', status: 'running' },
    { jobID: 'bare', status: 'unknown' }
  ])
  expect((await clientOf(server).submit('p', {}, { mode: 'async' })).id).toBe('j')
})

test('readProcessList: lists that are null are empty, and a bare array is a list of processes', async () => {
  const process = { id: 'p', version: '1' }
  const server = fakeServer({
    'GET /jobs': json({ jobs: null }),
    'GET /processes': [json({ processes: null }), json([process])]
  })
  const ogc = clientOf(server)
  expect((await ogc.getJobs()).jobs).toEqual([])
  expect((await ogc.getProcesses()).processes).toEqual([])
  expect((await ogc.getProcesses()).processes).toMatchObject([process])
})

test('readLinks: a next link by its title is followed, and the full page that it leads to warns of nothing', async () => {
  const warnings: string[] = []
  const page = (id: string, links: unknown) => json({ processes: [{ id, version: '1' }], links })
  const server = fakeServer({
    'GET /processes?limit=1': page('p', [{ href: '/base/processes?limit=1&offset=1', title: 'next' }]),
    'GET /processes?limit=1&offset=1': page('q', [])
  })
  const ogc = clientOf(server, { onWarning: (message) => warnings.push(message) })
  expect((await toArray(ogc.iterProcesses({ limit: 1 }))).map(({ id }) => id)).toEqual(['p', 'q'])
  expect(warnings).toEqual([])
})

test('summaryOf: a description below info, with lists, is read', async () => {
  const description = {
    info: { id: 'p', version: '1.0.0', title: 'P' },
    inputs: [{ id: 'x' }],
    outputs: [{ id: 'a' }],
    links: null
  }
  const process = await clientOf(fakeServer({ 'GET /processes/p': json(description) })).getProcess('p')
  expect(process).toMatchObject({ id: 'p', version: '1.0.0', title: 'P', inputs: { x: {} }, outputs: { a: {} } })
})

test('matches: a filter that the server ignores holds back the other jobs', async () => {
  const listed = [
    { jobID: 'a', status: 'successful', processID: 'p' },
    { jobID: 'b', status: 'failed', processID: 'p' },
    { jobID: 'c', status: 'successful', processID: 'q' }
  ]
  const server = fakeServer({
    'GET /jobs?processID=p&status=successful': json({ jobs: listed }),
    'GET /jobs/b': empty(404)
  })
  const watched = await toArray(clientOf(server).watchJobs({ processId: ['p'], status: ['successful'] }))
  expect(watched.map(({ jobID }) => jobID)).toEqual(['a'])
})

test.each([
  ['a bare list', [{ loc: ['x'], msg: 'is required' }], 'x: is required'],
  ['a list in errors', { errors: [{ field: 'x', message: 'is required' }] }, 'x: is required'],
  ['texts in errors', { errors: ['one', 'two'] }, 'one; two'],
  ['a traceback only', { title: 'The job has failed', traceback: 'a\nKeyError: x' }, 'KeyError: x'],
  ['entities', { detail: '&quot;a&quot; &lt; &#39;b&#39;' }, '"a" < \'b\'']
])('readProblem: %s gives the reason', (_name, body, reason) => {
  expect(readProblem(body, 400)).toMatchObject({ reason, apiError: { status: 400 } })
})

test('mostTelling, lastLine, withoutEntities: what says more wins, and nothing is made up', () => {
  expect(mostTelling('Job failed.', undefined, 'KeyError')).toBe('KeyError')
  expect(mostTelling('Job failed.', '')).toBe('Job failed.')
  expect(mostTelling()).toBeUndefined()
  expect(lastLine(['a\n', 'b\n\n'])).toBe('b')
  expect(withoutEntities('&amp;lt; &#999999999; &nope;')).toBe('&lt; &#999999999; &nope;')
})
