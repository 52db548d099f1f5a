import { OgcClient } from '@geoclients/ogc-client'
import { createOgcMock } from '@geoclients/ogc-client/mock'
import { jobQuery, jobsQuery, processesQuery, processQuery, resultsQuery } from '@geoclients/ogc-client/query'
import { QueryClient, QueryObserver } from '@tanstack/query-core'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

// On a server nothing is asked for again: this is a page.
vi.hoisted(() => 'window' in globalThis || Object.assign(globalThis, { window: globalThis }))

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function setUp(options: { userName?: string } = {}) {
  const mock = createOgcMock()
  const ogc = new OgcClient({ baseUrl: mock.baseUrl, fetch: mock.fetch, ...options })
  const asked = (path: RegExp): number => mock.requests.filter(({ url }) => path.test(String(url))).length
  return { mock, ogc, asked, queries: new QueryClient() }
}

test('processes of all pages and a description are fetched once, and kept', async () => {
  const { ogc, queries, asked } = setUp()
  const processes = await queries.fetchQuery(processesQuery(ogc))
  expect(processes.map(({ id }) => id)).toContain('primes_between')
  const description = await queries.fetchQuery(processQuery(ogc, 'primes_between'))
  expect(Object.keys(description.inputs ?? {})).toEqual(['min_val', 'max_val'])
  expect(await queries.fetchQuery(processQuery(ogc, 'primes_between'))).toBe(description)
  expect(asked(/primes_between/)).toBe(1)
})

test('a job is asked for until it has ended, sooner at first, then not any more', async () => {
  const { ogc, queries, asked } = setUp()
  const job = await ogc.submit('sleep_a_while', { inputs: { duration: 30 } })
  const observer = new QueryObserver(queries, jobQuery(ogc, job.id ?? ''))
  const seen: (string | undefined)[] = []
  observer.subscribe(({ data }) => seen.push(data?.status))
  await vi.advanceTimersByTimeAsync(60_000)
  expect(seen).toContain('running')
  expect(seen.at(-1)).toBe('successful')
  const polls = asked(/\/jobs\/[^/]+$/)
  expect(polls).toBeGreaterThan(5)
  expect(polls).toBeLessThan(20)
  await vi.advanceTimersByTimeAsync(600_000)
  expect(asked(/\/jobs\/[^/]+$/)).toBe(polls)
})

test('jobs are asked for while one of them runs; a filter is part of the key', async () => {
  const { ogc, queries } = setUp()
  await ogc.submit('primes_between', {})
  await ogc.submit('sleep_a_while', { inputs: { duration: 30 } })
  const options = jobsQuery(ogc)
  const jobs = await queries.fetchQuery(options)
  expect(jobs.map(({ processID }) => processID).sort()).toEqual(['primes_between', 'sleep_a_while'])
  const state = (data: typeof jobs) => ({ state: { data, dataUpdateCount: 1 } })
  expect(options.refetchInterval(state(jobs))).toBeGreaterThan(0)
  expect(options.refetchInterval(state(jobs.filter(({ status }) => status === 'successful')))).toBe(false)
  expect(jobsQuery(ogc, { status: ['running'] }).queryKey).not.toEqual(options.queryKey)
})

test('results are waited for, and kept as they are', async () => {
  const { ogc, queries } = setUp()
  const job = await ogc.submit('primes_between', { inputs: { max_val: 5 } })
  const waiting = queries.fetchQuery(resultsQuery(ogc, job.id ?? '', 'primes_between'))
  await vi.advanceTimersByTimeAsync(1_000)
  const results = await waiting
  expect(await results.get('return_value').json()).toEqual([2, 3, 5])
  expect(await queries.fetchQuery(resultsQuery(ogc, job.id ?? ''))).toBe(results)
})

test('a failure is told once: the client has repeated what may be repeated', async () => {
  const { ogc, queries, asked } = setUp()
  await expect(queries.fetchQuery(processQuery(ogc, 'nope'))).rejects.toMatchObject({ exception: 'no-such-process' })
  expect(asked(/nope/)).toBe(1)
})

test('who leaves ends the request', async () => {
  const { queries } = setUp()
  let signal: AbortSignal | undefined
  const endless: typeof fetch = (_, init) => {
    signal = init?.signal ?? undefined
    return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal?.reason)))
  }
  const ogc = new OgcClient({ baseUrl: 'https://h.example', fetch: endless })
  const options = processQuery(ogc, 'p')
  const fetching = queries.fetchQuery(options).catch(() => {})
  await vi.advanceTimersByTimeAsync(1)
  await queries.cancelQueries({ queryKey: options.queryKey })
  await fetching
  expect(signal?.aborted).toBe(true)
})

test('services and users have keys of their own, which are JSON and hold no secret', () => {
  const keys = [setUp(), setUp({ userName: 'ann' })].map(({ ogc }) => JSON.stringify(jobQuery(ogc, 'j').queryKey))
  expect(keys).toEqual([
    '["ogc",{"baseUrl":"http://ogc.test"},"job","j"]',
    '["ogc",{"baseUrl":"http://ogc.test","userName":"ann"},"job","j"]'
  ])
})
