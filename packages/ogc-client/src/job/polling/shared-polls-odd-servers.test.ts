import { describe, expect, test } from 'vitest'
import { type JobServer, jobServer, jobsThatEnd } from '../../testing/job-server.ts'
import { isList, waitForAll } from '../../testing/wait-for-all.ts'

const second = 1_000

describe('a list that is slow', () => {
  const slowList = (line: string): number => (isList(line) ? 20 * second : 5)

  test('is given up after two seconds: the jobs are asked for one by one, and it for long no more', async () => {
    const server = jobServer({ ends: { a: 2 * second, b: 2 * second }, latency: (_, line) => slowList(line) })
    const waits = ['a', 'b'].map((id) => server.ogc.job(id).wait())
    await server.clock.advance(2 * second + 100)
    for (const info of await Promise.all(waits)) expect(info.status).toBe('successful')
    const lists = server.log.filter(({ line }) => isList(line))
    expect(lists.map(({ at, over }) => [at, over])).toEqual([[0, 2_020]])
    expect(server.clock.pending).toBe(0)
  })

  test('has longer where it tells of more', async () => {
    const latency = (_: number, line: string): number => (isList(line) ? 5 * second : 5)
    const server = await waitForAll({ ends: jobsThatEnd(500, second), latency }, 30 * second)
    expect(server.lines().every(isList)).toBe(true)
  })
})

test('a poll that hangs is given up after 30 s, and does not hold others up for ever', async () => {
  const ends = jobsThatEnd(9, second)
  const latency = (_: number, line: string): number => (line === 'GET /jobs/j8' || isList(line) ? 5 : 10 ** 9)
  const server = jobServer({ ends, list: 'missing', latency })
  const user = new AbortController()
  const others = Object.keys(ends).slice(0, 8)
  for (const id of others) {
    server.ogc
      .job(id)
      .wait({ signal: user.signal })
      .catch(() => {})
  }
  const last = server.ogc.job('j8').wait()
  await server.clock.advance(31 * second)
  expect((await last).status).toBe('successful')
  user.abort()
  await server.clock.advance(0)
  expect(server.clock.pending).toBe(0)
})

describe('what the server asks for', () => {
  test('is kept for a job that the list leaves out, however often others are asked for', async () => {
    const list = (): Response => Response.json({ jobs: [{ jobID: 'a', status: 'running' }], links: [] })
    const server = jobServer({ ends: { a: 120 * second, b: 120 * second }, list, retryAfter: { b: 60 } })
    const user = new AbortController()
    for (const id of ['a', 'b']) {
      void server.ogc
        .job(id)
        .wait({ signal: user.signal })
        .catch(() => {})
    }
    await server.clock.advance(59 * second)
    expect(server.lines().filter(isList).length).toBeGreaterThan(20)
    expect(server.log.filter(({ line }) => line === 'GET /jobs/b').map(({ at }) => at)).toEqual([1])
    await server.clock.advance(3 * second)
    expect(server.log.filter(({ line }) => line === 'GET /jobs/b')).toHaveLength(2)
    user.abort()
    await server.clock.advance(0)
  })

  test.each([
    ['no more than 100 at a time', (url: URL) => Number(url.searchParams.get('limit') ?? 10) > 100, 'limit=100'],
    ['no limit at all', (url: URL) => url.searchParams.has('limit'), ''],
    ['no datetime', (url: URL) => url.searchParams.has('datetime'), '']
  ])('%s: the list is used as it may be', async (_, refuses, query) => {
    const ends = jobsThatEnd(50, 20 * second)
    const server: JobServer = jobServer({
      ends,
      list: (url) =>
        refuses(url)
          ? Response.json({ title: 'Bad query' }, { status: 400 })
          : Response.json({
              jobs: Object.keys(ends).map((jobID) => ({
                ...{ jobID, created: '2026-01-01T00:00:00Z' },
                status: server.now() >= 20 * second ? 'successful' : 'running'
              }))
            })
    })
    const waits = Object.keys(ends).map((id) => server.ogc.job(id).wait())
    await server.clock.advance(30 * second)
    await Promise.all(waits)
    expect(server.lines().every((line) => line.startsWith('GET /jobs') && !line.startsWith('GET /jobs/'))).toBe(true)
    expect(server.lines().at(-1)).toContain(query)
    expect(server.log.length).toBeLessThan(80)
  })
})

test('jobs that are asked for together come back together, whatever the jitter', async () => {
  let seed = 1
  const random = (): number => {
    seed = (seed * 16_807) % 2_147_483_647
    return seed / 2_147_483_647
  }
  const many = await waitForAll({ ends: jobsThatEnd(100, 60 * second), random }, 90 * second)
  const alone = await waitForAll({ ends: { a: 60 * second }, random }, 90 * second)
  expect(many.log.length).toBeLessThan(1.3 * alone.log.length)
})

test('a list that is shorter in words than a job makes no change of it', async () => {
  const list = (): Response =>
    Response.json({ jobs: ['a', 'b'].map((jobID) => ({ jobID, status: 'running' })), links: [] })
  const server = jobServer({ ends: { a: 60 * second, b: 60 * second }, list })
  const job = server.ogc.job('a')
  const heard: unknown[] = []
  const user = new AbortController()
  await server.clock.advance(1)
  const refreshed = job.refresh()
  await server.clock.advance(1)
  await refreshed
  void job.wait({ signal: user.signal, onProgress: ({ processID }) => heard.push(processID) }).catch(() => {})
  void server.ogc
    .job('b')
    .wait({ signal: user.signal })
    .catch(() => {})
  await server.clock.advance(5 * second)
  expect(server.lines().filter(isList).length).toBeGreaterThan(5)
  expect(heard).toEqual(['p'])
  user.abort()
  await server.clock.advance(0)
})

test('an id that the list has twice in two states is asked for by itself', async () => {
  const entry = (status: string): object => ({ jobID: 'a', status })
  const list = (): Response =>
    Response.json({ jobs: [entry('running'), entry('failed'), { jobID: 'b', status: 'running' }] })
  const server = jobServer({ ends: { a: 2 * second, b: 60 * second }, list })
  const user = new AbortController()
  const b = server.ogc.job('b').wait({ signal: user.signal })
  b.catch(() => {})
  const a = server.ogc.job('a').wait()
  await server.clock.advance(5 * second)
  expect((await a).status).toBe('successful')
  user.abort()
  await server.clock.advance(0)
})

test('two rounds that are refused at once make the list asked with one thing less, not two', async () => {
  const ends = jobsThatEnd(30, 20 * second)
  const list = (url: URL): Response => {
    const limit = Number(url.searchParams.get('limit') ?? 10)
    if (limit > 100) return Response.json({ title: 'Too many' }, { status: 400 })
    const jobs = Object.keys(ends).map((jobID) => ({ jobID, status: 'running' }))
    return Response.json({ jobs: jobs.slice(0, limit) })
  }
  const { ogc, clock, lines } = jobServer({ ends, list })
  const user = new AbortController()
  for (const [i, id] of Object.keys(ends).entries()) {
    const headers = { 'X-A': String(i % 2) }
    ogc
      .job(id)
      .wait({ signal: user.signal, headers })
      .catch(() => {})
  }
  await clock.advance(5 * second)
  expect(new Set(lines().slice(4).filter(isList))).toEqual(new Set(['GET /jobs?limit=100']))
  user.abort()
  await clock.advance(0)
})
