import { expect, test } from 'vitest'
import type { JobInfo } from '../types/wire.ts'
import type { JobFilter } from './job-filter.ts'
import { matches } from './matches-filter.ts'

const now = Date.parse('2026-01-01T00:10:00Z')
const job: JobInfo = {
  ...{ jobID: 'j', type: 'process', processID: 'p', status: 'running' },
  ...{ created: '2026-01-01T00:00:00Z', started: '2026-01-01T00:01:00Z' }
}
const ended: JobInfo = { ...job, status: 'succeeded', finished: '2026-01-01T00:02:00Z' }
const untold: JobInfo = { jobID: 'j', type: 'process', status: 'unknown' }

test.each<[filter: JobFilter, running: boolean, ended: boolean]>([
  [{}, true, true],
  [{ processId: ['q'] }, false, false],
  [{ status: ['successful'] }, false, true],
  [{ datetime: '2025-12-31T00:00:00Z/2026-01-02T00:00:00+01:00' }, true, true],
  [{ datetime: '2026-01-01T00:00:01Z/..' }, false, false],
  [{ datetime: '../2025-12-31T23:59:59Z' }, false, false],
  [{ datetime: '../2026-01-01T00:00:00Z' }, true, true],
  [{ datetime: '2026-01-01T00:00:00Z' }, true, true],
  [{ datetime: '2026-01-01T00:00:01Z' }, false, false],
  [{ minDuration: 61 }, true, false],
  [{ maxDuration: 60 }, false, true],
  [{ minDuration: 60, maxDuration: 540 }, true, true]
])('matches: %j, of a job that runs: %s, of one that has ended: %s', (filter, ...expected) => {
  expect([matches(job, filter, now), matches(ended, filter, now)]).toEqual(expected)
  expect(matches(untold, filter, now)).toBe(true)
  expect(matches({ ...untold, created: '2020-01-01T00:00:00', started: 'yesterday' }, filter, now)).toBe(true)
})
