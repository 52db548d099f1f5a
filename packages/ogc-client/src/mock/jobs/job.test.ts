import { expect, test } from 'vitest'
import { ProcessFailure } from '../mock-process.ts'
import { type Job, jobState, toJobInfo } from './job.ts'

const T = Date.UTC(2026, 0, 1)

const job: Job = {
  id: 'job-1',
  processId: 'p',
  created: T,
  started: T + 1000,
  duration: 4000,
  outcome: { outputs: {} },
  delivery: { response: 'raw', outputs: [] }
}
const failing: Job = { ...job, outcome: { failure: new ProcessFailure('too early', { progress: 50 }) } }

test.each([
  [0, 'accepted', 0],
  [999, 'accepted', 0],
  [1000, 'running', 0],
  [2000, 'running', 25],
  [4999, 'running', 99],
  [5000, 'successful', 100],
  [99_000, 'successful', 100]
])('%i ms after its creation it is %s at %i %%', (after, status, progress) => {
  expect(jobState(job, T + after)).toMatchObject({ status, progress })
})

test.each([
  [2000, 'running', 25],
  [2999, 'running', 49],
  [3000, 'failed', 50],
  [9000, 'failed', 50]
])('%i ms after its creation the failing one is %s at %i %%', (after, status, progress) => {
  expect(jobState(failing, T + after)).toMatchObject({ status, progress })
})

test('a job that takes no time is done at once', () => {
  expect(jobState({ ...job, started: T, duration: 0 }, T)).toMatchObject({ status: 'successful', progress: 100 })
})

test('a dismissed job stands still', () => {
  const dismissed = { ...job, dismissed: T + 2000 }
  expect(jobState(dismissed, T + 9000)).toEqual({
    status: 'dismissed',
    progress: 25,
    started: T + 1000,
    finished: T + 2000,
    updated: T + 2000
  })
})

test('a job that is dismissed while accepted never started', () => {
  expect(jobState({ ...job, dismissed: T + 500 }, T + 9000)).toMatchObject({ progress: 0, started: undefined })
})

test('the wire has times as they come, and no nulls', () => {
  const links = [{ rel: 'self', href: 'http://h/jobs/job-1', type: 'application/json' }]
  const always = { jobID: 'job-1', processID: 'p', type: 'process', created: '2026-01-01T00:00:00.000Z' }
  expect(toJobInfo(job, T, 'http://h')).toEqual({
    ...always,
    status: 'accepted',
    progress: 0,
    updated: '2026-01-01T00:00:00.000Z',
    links
  })
  expect(toJobInfo(job, T + 2000, 'http://h')).toEqual({
    ...always,
    status: 'running',
    progress: 25,
    started: '2026-01-01T00:00:01.000Z',
    updated: '2026-01-01T00:00:02.000Z',
    links
  })
  expect(toJobInfo(job, T + 9000, 'http://h')).toEqual({
    ...always,
    status: 'successful',
    progress: 100,
    started: '2026-01-01T00:00:01.000Z',
    finished: '2026-01-01T00:00:05.000Z',
    updated: '2026-01-01T00:00:05.000Z',
    links: [...links, { rel: 'http://www.opengis.net/def/rel/ogc/1.0/results', href: 'http://h/jobs/job-1/results' }]
  })
})

test('a failed job says why', () => {
  const info = toJobInfo(failing, T + 9000, 'http://h')
  expect(info).toMatchObject({ status: 'failed', message: 'too early', finished: '2026-01-01T00:00:03.000Z' })
  expect(info.links?.map(({ rel }) => rel)).toContain('http://www.opengis.net/def/rel/ogc/1.0/exceptions')
})
