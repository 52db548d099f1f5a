import type { ClientError } from '@geoclients/client-core'
import { createVirtualClock } from '@geoclients/mock-core'
import { describe, expect, test } from 'vitest'
import { makeOgcError } from '../../errors/ogc-error.ts'
import type { JobFilter } from '../../http/job-filter.ts'
import type { JobPage } from '../../http/job-lists.ts'
import type { JobInfo } from '../../types/wire.ts'
import { findInList } from './find-in-list.ts'
import { ListBackoff } from './list-backoff.ts'

const second = 1_000

/** What a page says, or the error with which it fails: ids of jobs that run, or whole entries. */
type Page = readonly (string | JobInfo)[] | Error

const entry = (jobID: string, status = 'running'): JobInfo => ({ jobID, type: 'process', status })
const refused = (status: number): ClientError => makeOgcError({ code: 'http-status', message: 'no', status })
const many = (count: number): string[] => Array.from({ length: count }, (_, i) => `other-${i}`)

/** Looks for jobs in lists with those pages; a list that is asked for once more than there are has the pages of the last one. */
async function search(ids: string, lists: readonly (readonly Page[])[], since?: string) {
  const clock = createVirtualClock()
  const list = new ListBackoff(clock)
  const user = new AbortController()
  const asked: JobFilter[] = []
  const signals: AbortSignal[] = []
  let read = 0
  async function* pages(filter: JobFilter, signal: AbortSignal): AsyncGenerator<JobPage> {
    signals.push(signal)
    const turn = asked.push(filter) - 1
    if (turn > 9) throw new Error('asked again and again')
    for (const page of lists[Math.min(turn, lists.length - 1)] ?? []) {
      read++
      if (page instanceof Error) throw page
      yield { jobs: page.map((job) => (typeof job === 'string' ? entry(job) : job)), retryAfter: read * second }
    }
  }
  const outcome = findInList(list, new Set(ids), since, user.signal, pages).then(
    ({ found, retryAfter }) => ({ found: [...found.keys()].join(''), retryAfter }),
    (error: unknown) => error
  )
  return { outcome: await outcome, list, clock, asked, user, signals, read: () => read }
}

describe('it reads no more pages', () => {
  test('than have the jobs', async () => {
    const { outcome, list, read } = await search('abc', [[['x', 'a'], ['b', 'c'], ['y']]])
    expect([outcome, read(), list.pays(3)]).toEqual([{ found: 'abc', retryAfter: 2 * second }, 2, true])
  })

  test('than there are jobs, and then leaves the list alone', async () => {
    const { outcome, list, read } = await search('abc', [[['x'], ['y'], ['z'], ['a', 'b', 'c']]])
    expect([outcome, read(), list.pays(3)]).toEqual([{ found: '', retryAfter: 3 * second }, 3, false])
  })

  test('after one that tells of no job', async () => {
    const { outcome, read } = await search('abc', [[['a'], [], ['b', 'c']]])
    expect([outcome, read()]).toEqual([{ found: 'a', retryAfter: second }, 2])
  })

  test.each([
    [29, 2],
    [30, 1]
  ])(
    'than weigh what a request for each job does: of those with %i jobs of others it reads %i',
    async (others, most) => {
      expect(
        (
          await search('abc', [
            [
              ['a', ...many(others)],
              ['b', 'c']
            ]
          ])
        ).read()
      ).toBe(most)
    }
  )
})

test.each([
  [18, true],
  [19, false]
])('a list that has all jobs and %i others: it pays: %j', async (others, pays) => {
  const { outcome, list } = await search('ab', [[['a', 'b', ...many(others)]]])
  expect([outcome, list.pays(2), list.pays(5)]).toEqual([{ found: 'ab', retryAfter: second }, pays, true])
})

test('jobs of others do not count, even as many as are looked for', async () => {
  const lists = [
    [
      ['x', 'y'],
      ['a', 'b']
    ]
  ]
  expect((await search('ab', lists)).outcome).toEqual({ found: 'ab', retryAfter: 2 * second })
})

test('an id that a page has in two states tells nothing, one that it has twice in the same state does', async () => {
  const page = [entry('a'), entry('a', 'successful'), entry('b'), entry('b')]
  expect((await search('ab', [[page]])).outcome).toMatchObject({ found: 'b' })
})

describe('a server that refuses a query', () => {
  const since = '2026-01-01T00:00:00Z'
  const datetime = `${since}/..`

  test.each([400, 422])('with %i is asked with one thing less each time, at last with nothing', async (status) => {
    const { asked, list, outcome } = await search('abcdefghijkl', [[refused(status)]], since)
    expect(asked).toEqual([{ limit: 120, datetime }, { limit: 100, datetime }, { datetime }, {}])
    expect([outcome, list.pays(12)]).toEqual([{ found: '', retryAfter: undefined }, false])
  })

  test('is asked with nothing twice, whether there are few jobs or no time since when', async () => {
    expect((await search('ab', [[refused(400)]], since)).asked).toEqual([{ limit: 20, datetime }, { datetime }, {}])
    expect((await search('ab', [[refused(400)]])).asked).toEqual([{ limit: 20 }, {}])
    expect((await search('abcdefghijkl', [[refused(400)]])).asked).toEqual([{ limit: 120 }, { limit: 100 }, {}])
  })

  test('is asked the next time with what it took', async () => {
    const { asked, list } = await search('ab', [[refused(400)], [['a', 'b']]], since)
    expect([asked.at(-1), list.filter, list.pays(2)]).toEqual([{ datetime }, 2, true])
  })

  test('but only that of a later page keeps what the first ones said', async () => {
    const { asked, outcome, list } = await search('abc', [[['a'], refused(400)]])
    expect([outcome, asked.length, list.pays(3)]).toEqual([{ found: 'a', retryAfter: second }, 1, false])
  })

  test.each([401, 404, 500])('with %i is asked once', async (status) => {
    const { asked, outcome, list } = await search('ab', [[refused(status)]])
    expect([outcome, asked.length, list.pays(2)]).toEqual([{ found: '', retryAfter: undefined }, 1, false])
  })
})

describe('what would meet single requests too is not hidden', () => {
  test.each(['network', 'aborted', 'closed', 'auth'] as const)('%s', async (code) => {
    const error = makeOgcError({ code, message: 'no' })
    const { outcome, list } = await search('ab', [[['a'], error]])
    expect([outcome, list.pays(2)]).toEqual([error, false])
  })

  test('a server that wants fewer requests', async () => {
    const error = refused(429)
    expect((await search('ab', [[error]])).outcome).toBe(error)
  })

  test('what no server did', async () => {
    const error = new TypeError('a defect')
    expect((await search('ab', [[error]])).outcome).toBe(error)
  })
})

test.each(['timeout', 'media-type', 'malformed-body'] as const)('%s is a failure of the list alone', async (code) => {
  const error = makeOgcError({ code, message: 'no' })
  expect((await search('ab', [[['a'], error]])).outcome).toEqual({ found: 'a', retryAfter: second })
})

test('a list that works again is left alone as shortly as at first when it fails', async () => {
  const { list, clock } = await search('ab', [[['a', 'b']]])
  list.leaveAlone()
  list.leaveAlone()
  const pages = async function* (): AsyncGenerator<JobPage> {
    yield { jobs: [entry('a'), entry('b')], retryAfter: undefined }
  }
  await findInList(list, new Set('ab'), undefined, new AbortController().signal, pages)
  list.leaveAlone()
  await clock.advance(10 * second)
  expect(list.pays(2)).toBe(true)
})

test('when it is over, nothing is left: no timer, and no tie to the signal of who asked', async () => {
  const { clock, user, signals } = await search('ab', [[refused(400)], [['a', 'b']]])
  user.abort()
  expect([clock.pending, signals.map(({ aborted }) => aborted)]).toEqual([0, [false, false]])
})

test('a list that takes too long is told so', async () => {
  const clock = createVirtualClock()
  const list = new ListBackoff(clock)
  const reasons: unknown[] = []
  const pages = async function* (_: JobFilter, signal: AbortSignal): AsyncGenerator<JobPage> {
    await new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason))).catch((reason) =>
      reasons.push(reason)
    )
    throw makeOgcError({ code: 'aborted', message: 'no' })
  }
  const looked = findInList(list, new Set('ab'), undefined, new AbortController().signal, pages)
  await clock.advance(2_019)
  expect(reasons).toEqual([])
  await clock.advance(1)
  expect([reasons, (await looked).found.size, list.pays(2)]).toEqual([['the job list took too long'], 0, false])
})
