import { describe, expect, test } from 'vitest'
import { jobServer, jobsThatEnd } from '../../testing/job-server.ts'
import { rejection } from '../../testing/rejection.ts'
import { isList, waitForAll } from '../../testing/wait-for-all.ts'

const second = 1_000

test('one job alone is asked for at its own URL', async () => {
  const server = await waitForAll({ ends: { a: 3 * second } }, 10 * second)
  expect(new Set(server.lines())).toEqual(new Set(['GET /jobs/a']))
})

describe('where the list works', () => {
  test('the list is bounded by when the oldest job was made, never filtered by status', async () => {
    const { ogc, clock, lines } = jobServer({ ends: { a: 2 * second, b: 2 * second } })
    const waits = ['a', 'b'].map((id) => ogc.job(id).wait())
    await clock.advance(10 * second)
    await Promise.all(waits)
    expect(new Set(lines())).toEqual(
      new Set(['GET /jobs?limit=20', 'GET /jobs?datetime=2026-01-01T00%3A00%3A00Z%2F..&limit=20'])
    )
  })

  test('each job keeps its own end: those that are over are asked for no more', async () => {
    const ends = { a: second, b: 5 * second, c: 20 * second }
    const { ogc, clock, lines, now } = jobServer({ ends })
    const ended: [string, number][] = []
    for (const id of Object.keys(ends)) {
      void ogc
        .job(id)
        .wait()
        .then(() => ended.push([id, now()]))
    }
    await clock.advance(60 * second)
    expect(ended.map(([id]) => id)).toEqual(['a', 'b', 'c'])
    for (const [id, at] of ended) expect(at - ends[id as 'a']).toBeLessThan(0.2 * ends[id as 'a'] + 200)
    // The last one is alone again.
    expect(lines().at(-1)).toBe('GET /jobs/c')
    expect(clock.pending).toBe(0)
  })

  test('who leaves is asked for no more; the others go on', async () => {
    const { ogc, clock, lines, log } = jobServer({ ends: { a: 60 * second, b: 20 * second } })
    const user = new AbortController()
    const a = rejection(ogc.job('a').wait({ signal: user.signal }))
    const b = ogc.job('b').wait()
    await clock.advance(5 * second)
    expect(lines().every(isList)).toBe(true)
    user.abort()
    await a
    const before = log.length
    await clock.advance(60 * second)
    expect((await b).status).toBe('successful')
    expect(new Set(lines().slice(before))).toEqual(new Set(['GET /jobs/b']))
    expect(clock.pending).toBe(0)
  })

  test('pages are followed until all are found', async () => {
    const server = await waitForAll({ ends: jobsThatEnd(25, 2 * second), list: 'pages' }, 10 * second)
    expect(server.lines().slice(0, 3)).toEqual([
      'GET /jobs?limit=250',
      'GET /jobs?limit=10&offset=10',
      'GET /jobs?limit=10&offset=20'
    ])
    expect(server.lines().filter((line) => line.includes('offset=30'))).toEqual([])
  })

  test('all leave while the list is under way: it is aborted', async () => {
    const { ogc, clock, log } = jobServer({ ends: { a: second, b: second }, latency: () => 500 })
    const user = new AbortController()
    const waits = ['a', 'b'].map((id) => rejection(ogc.job(id).wait({ signal: user.signal })))
    await clock.advance(100)
    user.abort()
    await Promise.all(waits)
    await clock.advance(0)
    expect([log, clock.pending]).toEqual([[{ line: 'GET /jobs?limit=20', at: 0, over: 100 }], 0])
  })

  test('jobs with other headers are asked for apart, those with the same ones together', async () => {
    const { ogc, clock, lines } = jobServer({ ends: jobsThatEnd(4, second) })
    const run = async (id: string, headers: Readonly<Record<string, string>>): Promise<unknown> =>
      (await ogc.submit('p', { inputs: { id } }, { mode: 'async', headers })).wait()
    const waits = [run('j0', { 'X-A': '1' }), run('j1', { 'x-a': '1' }), run('j2', {}), run('j3', { 'X-A': '2' })]
    await clock.advance(5 * second)
    await Promise.all(waits)
    const asked = new Set(lines().filter((line) => line.startsWith('GET')))
    expect(asked).toEqual(
      new Set(['GET /jobs?datetime=2026-01-01T00%3A00%3A00Z%2F..&limit=20', 'GET /jobs/j2', 'GET /jobs/j3'])
    )
  })

  test('two handles of one job share its polls', async () => {
    const { ogc, clock, lines, most, log } = jobServer({ ends: { a: 5 * second }, latency: () => 30 })
    const waits = [ogc.job('a').wait(), ogc.job('a').wait()]
    await clock.advance(20 * second)
    await Promise.all(waits)
    expect([new Set(lines()), most.get('GET /jobs/a')]).toEqual([new Set(['GET /jobs/a']), 1])
    expect(log[1]?.at).toBeGreaterThan(30)
  })
})

describe('a job that the list does not tell of', () => {
  test('is confirmed by one request of its own', async () => {
    const ends = { ...jobsThatEnd(3, 2 * second) }
    const list = (): Response => {
      const jobs = ['j0', 'j1'].map((jobID) => ({ jobID, status: 'running' }))
      return Response.json({ jobs, links: [] })
    }
    const { ogc, clock, lines } = jobServer({ ends, list })
    const user = new AbortController()
    const waits = Object.keys(ends).map((id) =>
      ogc
        .job(id)
        .wait({ signal: user.signal })
        .catch(() => {})
    )
    await clock.advance(second)
    expect(lines().slice(0, 4)).toEqual(['GET /jobs?limit=30', 'GET /jobs/j2', 'GET /jobs?limit=30', 'GET /jobs/j2'])
    user.abort()
    await Promise.all(waits)
  })

  test('that is gone fails alone', async () => {
    const { ogc, clock } = jobServer({ ends: { a: 2 * second, b: 2 * second } })
    const gone = rejection(ogc.job('gone').wait())
    const waits = [ogc.job('a').wait(), ogc.job('b').wait()]
    await clock.advance(10 * second)
    expect(await gone).toMatchObject({ code: 'http-status', status: 404 })
    await Promise.all(waits)
  })

  test.each([
    ['a bare id', () => ['a', 'b']],
    ['a failure without a reason', () => ['a', 'b'].map((jobID) => ({ jobID, status: 'failed' }))]
  ])('but with %s is asked for', async (_, jobs) => {
    const list = (): Response => Response.json({ jobs: jobs(), links: [] })
    const { ogc, clock, lines } = jobServer({ ends: { a: 500, b: 500 }, list })
    const waits = [ogc.job('a').wait(), ogc.job('b').wait()]
    await clock.advance(5 * second)
    expect((await Promise.all(waits)).map(({ status }) => status)).toEqual(['successful', 'successful'])
    expect(lines().slice(0, 3)).toEqual(['GET /jobs?limit=20', 'GET /jobs/a', 'GET /jobs/b'])
  })
})

describe('where the list is of no use, the jobs are asked for one by one', () => {
  test.each([
    ['missing', { list: 'missing' }],
    ['broken', { list: 'broken' }],
    ['empty', { list: 'empty' }],
    ['no JSON', { list: () => new Response('<html>', { headers: { 'Content-Type': 'text/html' } }) }],
    ['longer than the jobs', { others: 200, list: 'works' }]
  ] as const)('%s', async (_, options) => {
    const server = await waitForAll({ ends: jobsThatEnd(3, 9 * second), ...options }, 60 * second)
    expect(server.lines().filter(isList).length).toBeLessThanOrEqual(2)
    expect(server.lines().filter((line) => !isList(line)).length).toBeGreaterThan(20)
  })

  test('at most eight at once', async () => {
    const server = jobServer({ ends: jobsThatEnd(100, 60 * second), list: 'missing', latency: () => 20 })
    const user = new AbortController()
    const waits = Object.keys(jobsThatEnd(100, 0)).map((id) =>
      rejection(server.ogc.job(id).wait({ signal: user.signal }))
    )
    await server.clock.advance(3 * second)
    const singles = server.log.filter(({ line }) => !isList(line))
    const most = singles.map(
      ({ at }) => singles.filter((other) => other.at <= at && (other.over ?? Number.POSITIVE_INFINITY) > at).length
    )
    expect(Math.max(...most)).toBe(8)
    user.abort()
    await Promise.all(waits)
    await server.clock.advance(0)
    expect(server.clock.pending).toBe(0)
  })

  test('a server that ignores limits and filters has its list left alone', async () => {
    const others = Array.from({ length: 500 }, (_, i) => ({ jobID: `other-${i}`, status: 'successful' }))
    const list = (): Response => Response.json({ jobs: others, links: [] })
    const server = await waitForAll({ ends: jobsThatEnd(5, 9 * second), list }, 60 * second)
    expect(server.lines().filter(isList)).toEqual(['GET /jobs?limit=50'])
  })
})

describe('it finds out by itself', () => {
  test('that the list fails from now on, and that it works again', async () => {
    const server = jobServer({ ends: jobsThatEnd(50, 200 * second) })
    const waits = Object.keys(jobsThatEnd(50, 0)).map((id) => server.ogc.job(id).wait())
    const asked = async (time: number): Promise<string[]> => {
      const before = server.log.length
      await server.clock.advance(time)
      return server.lines().slice(before)
    }
    expect((await asked(30 * second)).every(isList)).toBe(true)
    server.list = 'broken'
    const meanwhile = await asked(30 * second)
    expect(meanwhile.filter(isList).length).toBeLessThanOrEqual(3)
    expect(meanwhile.filter((line) => !isList(line)).length).toBeGreaterThan(50)
    server.list = 'works'
    await asked(60 * second)
    expect((await asked(40 * second)).every(isList)).toBe(true)
    await server.clock.advance(100 * second)
    await Promise.all(waits)
    expect(server.clock.pending).toBe(0)
  })

  test('that a list which is too long for few jobs pays for many', async () => {
    const server = jobServer({ ends: jobsThatEnd(100, 30 * second), others: 300 })
    const job = (id: string): Promise<unknown> => server.ogc.job(id).wait()
    const waits = [job('j98'), job('j99')]
    await server.clock.advance(3 * second)
    expect(server.lines().filter(isList)).toHaveLength(2)
    const before = server.log.length
    for (let i = 0; i < 98; i++) waits.push(job(`j${i}`))
    await server.clock.advance(3 * second)
    expect(server.lines().slice(before).filter(isList).length).toBeGreaterThan(5)
    await server.clock.advance(60 * second)
    await Promise.all(waits)
  })
})

test('a list that is refused for now is no answer for any job, and the pause that it asks for is kept', async () => {
  let refused = true
  const list = (): Response =>
    refused
      ? Response.json({}, { status: 429, headers: { 'Retry-After': '7' } })
      : Response.json({ jobs: ['a', 'b'].map((jobID) => ({ jobID, status: 'successful' })), links: [] })
  const { ogc, clock, log } = jobServer({ ends: { a: 60 * second, b: 60 * second }, list })
  const handles = ['a', 'b'].map((id) => ogc.job(id))
  const waits = handles.map((handle) => handle.wait())
  await clock.advance(second)
  expect(handles.map(({ status }) => status)).toEqual(['accepted', 'accepted'])
  refused = false
  await clock.advance(7 * second)
  expect(log.map(({ at }) => at).slice(0, 2)).toEqual([0, 7_001])
  await clock.advance(60 * second)
  await Promise.all(waits)
})
