import { expect, test } from 'vitest'
import { received, thrown } from '../testing/received.ts'
import { replyOf } from '../testing/reply.ts'
import type { JobInfo } from '../types/wire.ts'
import { isJobInfo, jobIdFromHeaders, readDismissedJob, readJobInfo } from './job.ts'
import { readJobList, readToldJobs } from './job-list.ts'

const lead = 'GET https://ogc.example/base/jobs/j/results returned 200, but the body is not'

test('the state of a wraptile job: no type, no links, its traceback under another name', () => {
  const body = {
    jobID: 'job_8',
    processID: 'p',
    status: 'failed',
    message: 'm',
    progress: 50,
    'x-traceback': ['a\n', 5]
  }
  expect(readJobInfo(received(body))).toEqual({ ...body, type: 'process', traceback: ['a\n', '5'] })
})

test('the state of a pygeoapi job: nulls, and links without a target', () => {
  const body = {
    type: 'process',
    jobID: '1',
    status: 'unknown',
    finished: null,
    parameters: null,
    links: [{ href: 'r', rel: 'results', title: null }, {}]
  }
  expect(readJobInfo(received(body))).toEqual({
    type: 'process',
    jobID: '1',
    status: 'unknown',
    links: [{ href: 'r', rel: 'results' }]
  })
})

test.each([
  [{ id: '1', status: 'running' }, '1'],
  [{ jobID: null, id: '1', status: 'running' }, '1'],
  [{ jobID: '1', id: '2', status: 'running' }, '1'],
  [{ status: 'running' }, 'asked'],
  [{ id: null, status: 'running' }, 'asked'],
  [{ jobID: 5, status: 'running' }, '5'],
  [{ jobID: '', id: 7, status: 'running' }, '7'],
  [{ jobID: 1.5, status: 'running' }, 'asked']
])('the id of %j', (body, jobID) => {
  expect(readJobInfo(received(body), 'asked')).toMatchObject({ jobID, type: 'process' })
})

test('a status and a type of the server’s own are kept, a type of null is not', () => {
  expect(readJobInfo(received({ jobID: '1', status: 'Paused', type: 'openeo' }))).toEqual({
    jobID: '1',
    status: 'Paused',
    type: 'openeo'
  })
  expect(readJobInfo(received({ jobID: '1', status: 'x', type: null })).type).toBe('process')
})

test('a traceback that is one text becomes a list, and null none', () => {
  expect(readJobInfo(received({ jobID: '1', status: 'failed', traceback: 'a' })).traceback).toEqual(['a'])
  expect(readJobInfo(received({ jobID: '1', status: 'failed', traceback: null }))).not.toHaveProperty('traceback')
})

test('an id with the name of a prototype is an id', () => {
  const body = JSON.parse('{"jobID":"__proto__","status":"running","__proto__":{"polluted":true}}')
  const info = readJobInfo(received(body))
  expect(info.jobID).toBe('__proto__')
  expect('polluted' in {}).toBe(false)
  expect(Object.getPrototypeOf(info)).toBe(Object.prototype)
  expect(Object.getOwnPropertyDescriptor(info, '__proto__')?.value).toEqual({ polluted: true })
})

test('nothing of a job is inherited from what it says is its prototype', () => {
  const body = JSON.parse('{"__proto__":{"jobID":"1","status":"successful"}}')
  expect(thrown(() => readJobInfo(received(body)))).toMatchObject({ code: 'malformed-body' })
})

test('a job list keeps what the server adds; a bare id is a job of unknown state', () => {
  expect(readJobList(received({ jobs: [{ jobID: '1', status: 'running' }, '2'], total: 2 }))).toEqual({
    jobs: [
      { jobID: '1', status: 'running', type: 'process' },
      { jobID: '2', status: 'unknown', type: 'process' }
    ],
    links: [],
    total: 2
  })
})

test('one odd entry of a job list costs no other', () => {
  const warnings: string[] = []
  const jobs = [
    { jobID: 1, status: 'running' },
    { jobID: '2' },
    { id: '3', status: null },
    4,
    { status: 'running' },
    null,
    'five'
  ]
  const list = { ...received({ jobs }), warn: (message: string) => warnings.push(message) }
  expect(readJobList(list).jobs.map(({ jobID, status }) => [jobID, status])).toEqual([
    ['1', 'running'],
    ['2', 'unknown'],
    ['3', 'unknown'],
    ['4', 'unknown'],
    ['five', 'unknown']
  ])
  expect(warnings).toEqual(['left out a job without an id, in the list of https://ogc.example/base/jobs/j/results'])
  expect(readToldJobs(list).jobs.map(({ jobID }) => jobID)).toEqual(['1'])
})

test('readDismissedJob: a dismissal has what the body tells, and is one where it tells nothing', () => {
  const dismissed = (body: object): JobInfo => readDismissedJob(JSON.stringify(body), received(body), 'j')
  expect(dismissed({ message: 'ok', status: 200 })).toEqual({
    jobID: 'j',
    type: 'process',
    status: 'dismissed',
    message: 'ok'
  })
  expect(dismissed({ jobID: 'k', status: 'successful' })).toMatchObject({ jobID: 'k', status: 'successful' })
})

test.each<[message: string, read: () => unknown]>([
  [`${lead} a job status: got null`, () => readJobInfo(received(null))],
  [`${lead} a job status with a "jobID": got undefined`, () => readJobInfo(received({ status: 'running' }))],
  [`${lead} a job status with a "status": got undefined`, () => readJobInfo(received({ jobID: '1' }))],
  [`${lead} a job status with a "status": got an object`, () => readJobInfo(received({ jobID: '1', status: {} }))],
  [`${lead} a job list: got an array of 1`, () => readJobList(received([{ jobID: '1', status: 'running' }]))],
  [`${lead} an object with the array "jobs": got undefined`, () => readJobList(received({ links: [] }))]
])('%s', (message, read) => {
  expect(thrown(read)).toMatchObject({ code: 'malformed-body', status: 200, message })
})

test.each<[yes: boolean, body: unknown]>([
  [true, { jobID: '1', status: 'running' }],
  [true, { id: '1', type: 'process', status: 'Succeeded' }],
  [false, { id: '1', status: 'running' }],
  [false, { jobID: '1', status: 'fine' }],
  [false, { jobID: '1', status: 'constructor' }],
  [false, { status: 'running' }],
  [true, { jobID: 1, status: 'running' }],
  [true, { jobID: '1', type: 'process', status: 'fine' }],
  [false, { id: '1', type: 'process', status: 'fine' }],
  [false, { jobID: '', status: 'running' }],
  [false, [{ jobID: '1', status: 'running' }]],
  [false, null]
])('isJobInfo: whether it is a job (%s): %j', (yes, body) => {
  expect(isJobInfo(body)).toBe(yes)
})

test.each<[id: string | undefined, headers: Record<string, string>]>([
  ['1', { Location: 'https://h/jobs/1' }],
  ['1', { Location: '/base/jobs/1/' }],
  ['1', { Location: '../jobs/1?f=json#top' }],
  ['a/b', { Location: '/jobs/a%2Fb' }],
  ['%zz', { Location: '/jobs/%zz' }],
  ['1', { Location: '/jobs/api/jobs/1' }],
  ['1', { Location: '/processes/p/jobs/1/results' }],
  ['1', { Location: '/somewhere', Link: '<https://h/jobs/1>; rel=monitor' }],
  ['1', { Link: '</jobs/0>; rel="self", </jobs/1>; rel="monitor"; title="a, b"' }],
  ['1', { Link: 'https://h/jobs/1; rel=monitor' }],
  ['1', { Link: '</jobs/1>; rel="status"' }],
  [undefined, { Link: '</jobs/1>; rel="self"' }],
  [undefined, { Location: '/jobs' }],
  [undefined, { Location: '/jobs/' }],
  [undefined, { Location: '/queue?next=/jobs/1' }],
  [undefined, {}]
])('the job %s is named by %j', (id, headers) => {
  expect(jobIdFromHeaders(replyOf(null, { headers }))).toBe(id)
})

test.each([
  ['50%', 50],
  ['7.5', 7.5],
  ['half', undefined]
])('the progress %s is %s', (told, progress) => {
  expect(readJobInfo(received({ jobID: 'j', status: 'running', progress: told })).progress).toBe(progress)
})
