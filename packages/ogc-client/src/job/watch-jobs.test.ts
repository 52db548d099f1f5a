import { expect, test } from 'vitest'
import { jobServer } from '../testing/job-server.ts'
import { collect, rejection } from '../testing/rejection.ts'
import type { JobInfo } from '../types/wire.ts'

const second = 1_000
const short = ({ jobID, status }: JobInfo): string => `${jobID} ${status}`

test('tells each change of each job, ends with the last end, and leaves nothing', async () => {
  const { ogc, clock, lines } = jobServer({ ends: { a: second, b: 3 * second, c: 2 * second } })
  const watch = collect(ogc.watchJobs(['a', ogc.job('b'), ogc.job('c').toJSON()]))
  await clock.advance(10 * second)
  expect((await watch).map(short)).toEqual([
    ...['a running', 'b running', 'c running'],
    ...['a successful', 'c successful', 'b successful']
  ])
  expect(lines()[0]).toBe('GET /jobs?limit=30')
  expect(clock.pending).toBe(0)
})

test('a filter watches the jobs that it matches at the beginning, those that are over included', async () => {
  const { ogc, clock, lines } = jobServer({ ends: { a: 0, b: 2 * second } })
  const watch = collect(ogc.watchJobs({ processId: ['p'], limit: 1 }))
  await clock.advance(10 * second)
  expect((await watch).map(short)).toEqual(['a successful', 'b running', 'b successful'])
  expect(lines().slice(0, 3)).toEqual([
    'GET /jobs?processID=p&limit=1',
    'GET /jobs?limit=1&offset=1',
    'GET /jobs?limit=1&offset=2'
  ])
  expect(new Set(lines().slice(3))).toEqual(new Set(['GET /jobs/b']))
})

test('a filter that the server ignores still holds', async () => {
  const { ogc, clock } = jobServer({ ends: { a: 0, b: 2 * second } })
  const watch = collect(ogc.watchJobs({ status: ['running'] }))
  await clock.advance(10 * second)
  expect((await watch).map(short)).toEqual(['b running', 'b successful'])
})

test('a job that is not there is told when the others are over', async () => {
  const { ogc, clock } = jobServer({ ends: { a: second, b: second } })
  const seen: string[] = []
  const watch = rejection(
    (async () => {
      for await (const info of ogc.watchJobs(['a', 'gone', 'b'])) seen.push(short(info))
    })()
  )
  await clock.advance(10 * second)
  const error = await watch
  expect(error).toMatchObject({ code: 'http-status', status: 404 })
  expect(error.job?.id).toBe('gone')
  expect(seen.filter((state) => state.endsWith('successful'))).toEqual(['a successful', 'b successful'])
})

test('leaving ends it at once, also while the next change is awaited', async () => {
  const { ogc, clock, log } = jobServer({ ends: { a: 60 * second, b: 60 * second } })
  const watch = ogc.watchJobs(['a', 'b'])
  const changes = [watch.next(), watch.next(), watch.next()]
  await clock.advance(second)
  await watch.return?.()
  expect((await Promise.all(changes)).map(({ done }) => done)).toEqual([false, false, true])
  await clock.advance(0)
  const before = log.length
  await clock.advance(60 * second)
  expect([log.length, clock.pending]).toEqual([before, 0])
})

test('an abort ends it, before it begins as well', async () => {
  const { ogc, clock, log } = jobServer({ ends: { a: 60 * second, b: 60 * second } })
  const user = new AbortController()
  const watch = rejection(collect(ogc.watchJobs(['a', 'b'], { signal: user.signal })))
  await clock.advance(second)
  user.abort('enough')
  const told = { code: 'aborted', name: 'AbortError', cause: 'enough', message: 'watching jobs was aborted' }
  expect(await watch).toMatchObject(told)
  await clock.advance(0)
  const before = log.length
  for (const jobs of [{}, ['a'], [ogc.job('a'), ogc.job('b')]]) {
    expect(await rejection(collect(ogc.watchJobs(jobs, { signal: user.signal })))).toMatchObject(told)
  }
  await clock.advance(60 * second)
  expect([log.length, clock.pending]).toEqual([before, 0])
})

test('a closed client ends it', async () => {
  const { ogc, clock } = jobServer({ ends: { a: 60 * second, b: 60 * second } })
  const watch = rejection(collect(ogc.watchJobs(['a', 'b'])))
  await clock.advance(second)
  ogc.close()
  expect(await watch).toMatchObject({ code: 'closed' })
  expect(clock.pending).toBe(0)
})

test('no jobs end at once', async () => {
  const { ogc, log } = jobServer({ ends: {} })
  expect(await collect(ogc.watchJobs([]))).toEqual([])
  expect(log).toEqual([])
})

test('one job that is not in a list is refused: it would be taken for a filter that all jobs match', async () => {
  const { ogc, log } = jobServer({ ends: { a: second } })
  for (const job of [ogc.job('a'), ogc.job('a').toJSON(), { jobId: 'a' }]) {
    expect(await rejection(collect(ogc.watchJobs(job as never)))).toMatchObject({
      code: 'invalid-argument',
      message: expect.stringMatching(/^jobs must be a list such as \[job\], got an? \w+$/)
    })
  }
  expect(log).toEqual([])
})

test.each<[jobs: unknown, message: string]>([
  ['abc', 'jobs must be a filter such as { status }, or a list of job ids and handles, got "abc"'],
  [null, 'jobs must be a filter such as { status }, or a list of job ids and handles, got null'],
  [[''], 'jobId must be a non-empty string, got ""'],
  [['a', 7], 'saved must be a job id, or a saved job as JSON.parse(JSON.stringify(job)) returns it, got 7'],
  [{ limit: 0 }, 'limit must be a whole number from 1 to 10000, got 0']
])('%j is refused before anything is sent', async (jobs, message) => {
  const { ogc, log } = jobServer({ ends: {} })
  expect(await rejection(collect(ogc.watchJobs(jobs as never)))).toMatchObject({ code: 'invalid-argument', message })
  expect(log).toEqual([])
})
