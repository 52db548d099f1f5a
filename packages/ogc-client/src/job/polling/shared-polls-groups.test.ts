import type { HeaderMap } from '@geoclients/client-core'
import { createVirtualClock, type VirtualClock } from '@geoclients/mock-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { createContext } from '../../client/create-context.ts'
import { makeOgcError } from '../../errors/ogc-error.ts'
import { onDemand } from '../../on-demand/load.ts'
import { baseUrl } from '../../testing/fake-server.ts'
import { JobPolls, type OpenJob } from './shared-polls.ts'

const second = 1_000
const always = (): boolean => true
const never = new AbortController().signal

beforeAll(() => onDemand.load(makeOgcError)) // virtual time does not wait for files

interface World {
  readonly polls: JobPolls
  readonly clock: VirtualClock
  readonly lines: string[]
  /** Whose credentials are in use. */
  user: string
}

interface Options {
  /** The ids in the list, or the whole entries. */
  readonly listed?: readonly (string | object)[]
  readonly latency?: (line: string) => number
  readonly users?: boolean
}

/** The polls of a client whose server runs each job for ever, and whose random numbers are 0, 0.001, 0.002 and so on. */
function world({ listed = [], latency = () => 0, users = false }: Options = {}): World {
  const clock = createVirtualClock()
  const lines: string[] = []
  let drawn = 0
  const fetch = async (input: unknown, { signal }: RequestInit = {}): Promise<Response> => {
    const line = String(input).replace(baseUrl, '')
    lines.push(line)
    await new Promise<void>((resolve, reject) => {
      clock.setTimeout(resolve, latency(line))
      signal?.addEventListener('abort', () => reject(signal.reason))
    })
    const jobs = listed.map((job) => (typeof job === 'string' ? { jobID: job, status: 'running' } : job))
    return Response.json(line.startsWith('/jobs/') ? { jobID: line.slice(6), status: 'running' } : { jobs })
  }
  const { core } = createContext({ baseUrl, fetch, clock, random: () => drawn++ / 1_000 })
  const made: World = { clock, lines, user: 'ann', polls: undefined as never }
  const whoAsks = async (): Promise<string> => {
    const { user } = made
    await new Promise<void>((resolve) => clock.setTimeout(resolve, 10))
    return user
  }
  return Object.assign(made, { polls: new JobPolls({ ...core, whoAsks: users ? whoAsks : undefined }) })
}

function jobOf(id: string, own: Partial<OpenJob> = {}): OpenJob {
  return { id, headers: {}, created: () => undefined, withKnown: (listed) => listed, hurry: () => false, ...own }
}

/** What one poll sends, and the id of the job in its answer, if it has one. */
async function sent({ polls, clock, lines }: World, job: OpenJob, isDue: () => boolean = always) {
  const before = lines.length
  const answer = polls.poll(job, never, isDue)
  await clock.advance(second)
  return { lines: lines.slice(before), answer: (await answer)?.value.jobID }
}

describe('jobs that are asked for together', () => {
  test.each<[HeaderMap, string]>([
    [{ 'x-b': '2', 'x-a': '1' }, '/jobs?limit=20'],
    [{ 'x-a': '1', 'x-b': '3' }, '/jobs/a'],
    [{ 'x-a': '1' }, '/jobs/a'],
    [{}, '/jobs/a']
  ])('are those with the same headers in any order: %j', async (headers, line) => {
    const at = world({ listed: ['a', 'b'] })
    const a = jobOf('a', { headers: { 'x-a': '1', 'x-b': '2' } })
    at.polls.open(a)
    at.polls.open(jobOf('b', { headers }))
    expect((await sent(at, a)).lines).toEqual([line])
  })

  test('are there as long as one handle of each is open', async () => {
    const at = world({ listed: ['a', 'b'] })
    const b = jobOf('b')
    const leaves = [jobOf('a'), jobOf('a'), jobOf('a')].map((job) => at.polls.open(job))
    at.polls.open(b)
    const asked: string[][] = []
    for (const leave of leaves) {
      asked.push((await sent(at, b)).lines)
      leave()
    }
    expect(asked).toEqual([['/jobs?limit=20'], ['/jobs?limit=20'], ['/jobs?limit=20']])
    expect((await sent(at, b)).lines).toEqual(['/jobs/b'])
  })

  test('stay together when another one leaves', async () => {
    const at = world({ listed: ['a', 'b'] })
    const [a, b, c] = [jobOf('a'), jobOf('b'), jobOf('c')]
    const leaves = [a, b, c].map((job) => at.polls.open(job))
    leaves[2]?.()
    expect((await sent(at, a)).lines).toEqual(['/jobs?limit=20'])
  })

  test('do not go back to the time of one that left', async () => {
    const at = world({ listed: ['b', 'c'] })
    const made = (day: number) => ({ created: () => `2026-01-0${day}T00:00:00Z` })
    const leave = at.polls.open(jobOf('a', made(1)))
    const [b, c] = [jobOf('b', made(3)), jobOf('c', made(2))]
    at.polls.open(b)
    at.polls.open(c)
    leave()
    expect((await sent(at, b)).lines).toEqual(['/jobs?datetime=2026-01-02T00%3A00%3A00Z%2F..&limit=20'])
  })

  test('share the random number of their pauses, a new one after each round', async () => {
    const at = world({ listed: ['a', 'b'] })
    const [a, b] = [jobOf('a'), jobOf('b')]
    at.polls.open(a)
    at.polls.open(b)
    expect([a, b, a].map((job) => at.polls.random(job))).toEqual([0, 0, 0])
    await sent(at, a)
    expect([a, b].map((job) => at.polls.random(job))).toEqual([0.001, 0.001])
  })

  test('leave no random number to those who come after them', () => {
    const { polls } = world()
    const jobs = [jobOf('a'), jobOf('b')]
    const open = (): (() => void)[] => jobs.map((job) => polls.open(job))
    for (const leave of open()) leave()
    open()
    expect(jobs.map((job) => polls.random(job))).toEqual([0.001, 0.001])
  })
})

test('a job alone has a random number for each pause', () => {
  const { polls } = world()
  const a = jobOf('a')
  polls.open(a)
  expect([polls.random(a), polls.random(a)]).toEqual([0.001, 0.002])
})

describe('the list is asked for the jobs since the oldest one', () => {
  test.each([
    ['2026-01-01T00:00:01.9Z', '2026-01-01T00:00:01Z'],
    ['2026-01-01T00:00:00z', '2026-01-01T00:00:00Z'],
    ['2026-01-01T00:00:00+01:00', '2025-12-31T23:00:00Z'],
    ['2026-01-01T00:00:00-09:30', '2026-01-01T09:30:00Z'],
    ['2026-01-01T00:00:00', undefined],
    ['2026-01-01 00:00:00 +01:00 (CET)', undefined],
    ['soonZ', undefined],
    [undefined, undefined]
  ])('%s', async (created, since) => {
    const at = world({ listed: ['a', 'b'] })
    const jobs = [created, '2026-01-02T00:00:00Z'].map((time, i) => jobOf('ab'.charAt(i), { created: () => time }))
    for (const job of jobs) at.polls.open(job)
    const { lines } = await sent(at, jobs[0] as OpenJob)
    expect(new URLSearchParams(lines[0]?.split('?')[1]).get('datetime')).toBe(since ? `${since}/..` : null)
  })
})

describe('a round', () => {
  test('ends the pause of each job once, and serves those whose pause it ended', async () => {
    const at = world({ listed: ['a', 'b', 'c'] })
    const hurried: string[] = []
    const hurry = (id: string, had: boolean) => (): boolean => hurried.push(id) > 0 && had
    const [a, b, c] = [jobOf('a'), jobOf('b', { hurry: hurry('b', true) }), jobOf('c', { hurry: hurry('c', false) })]
    for (const job of [a, b, c]) at.polls.open(job)
    expect(await sent(at, a)).toEqual({ lines: ['/jobs?limit=30'], answer: 'a' })
    expect(hurried).toEqual(['b', 'c'])
    // Its result has arrived meanwhile.
    expect(await sent(at, b)).toEqual({ lines: [], answer: 'b' })
    expect((await sent(at, c)).lines).toEqual(['/jobs?limit=30'])
  })

  const bare = { jobID: 'b', status: 'failed' }
  test.each([
    ['waits on if the list leaves it out', ['a', 'c'], false, []],
    ['is asked for if the list leaves it out and it is due', ['a', 'c'], true, ['/jobs/b']],
    ['is asked for if the list has its failure without a reason', ['a', bare, 'c'], false, ['/jobs/b']]
  ])('ends the pause of a job, which %s', async (_, listed, isDue, lines) => {
    const at = world({ listed })
    const [a, b, c] = [jobOf('a'), jobOf('b', { hurry: always }), jobOf('c')]
    for (const job of [a, b, c]) at.polls.open(job)
    await sent(at, a)
    expect(await sent(at, b, () => isDue)).toEqual({ lines, answer: lines.length > 0 ? 'b' : undefined })
  })

  test('that is under way is used by a job that comes then, which is asked for by itself if it is not in it', async () => {
    const at = world({ listed: ['a', 'b', 'c'], latency: () => 500 })
    const [a, b, c] = [jobOf('a'), jobOf('b'), jobOf('c')]
    at.polls.open(a)
    at.polls.open(b)
    const first = at.polls.poll(a, never, always)
    await at.clock.advance(100)
    at.polls.open(c)
    const others = [b, c].map((job) => at.polls.poll(job, never, always))
    await at.clock.advance(5 * second)
    await Promise.all([first, ...others])
    expect(at.lines).toEqual(['/jobs?limit=20', '/jobs/c'])
  })

  test('for very many jobs may take longer than a poll of one', async () => {
    const jobs = Array.from({ length: 3_000 }, (_, i) => jobOf(`j${i}`))
    const at = world({ listed: jobs.map(({ id }) => id), latency: () => 31 * second })
    for (const job of jobs) at.polls.open(job)
    const poll = at.polls.poll(jobs[0] as OpenJob, never, always)
    await at.clock.advance(32 * second)
    expect([(await poll)?.value.jobID, at.lines]).toEqual(['j0', ['/jobs?limit=1000']])
  })
})

test('a poll before its time that no round asked for is sent', async () => {
  const at = world()
  const a = jobOf('a')
  at.polls.open(a)
  expect((await sent(at, a, () => false)).lines).toEqual(['/jobs/a'])
})

test('a poll that was given up while it waited for its turn does not part those of the same job who come later', async () => {
  const at = world({ latency: (line) => (line === '/jobs/x' ? second : 10 * second) })
  const busy = Array.from({ length: 7 }, (_, i) => jobOf(`j${i}`, { headers: { 'x-a': `${i}` } }))
  const x = jobOf('x', { headers: { 'x-a': 'x' } })
  const [one, two, three] = ['a', 'a', 'a'].map((id) => jobOf(id)) as [OpenJob, OpenJob, OpenJob]
  for (const job of [...busy, x, one, two, three]) at.polls.open(job)
  const polls = [...busy, x].map((job) => at.polls.poll(job, never, always))
  const user = new AbortController()
  const left = at.polls.poll(one, user.signal, always)
  await at.clock.advance(10)
  user.abort('enough')
  await expect(left).rejects.toBe('enough')
  polls.push(at.polls.poll(two, never, always))
  await at.clock.advance(2 * second)
  polls.push(at.polls.poll(three, never, always))
  await at.clock.advance(30 * second)
  await Promise.all(polls)
  expect(at.lines.filter((line) => line === '/jobs/a')).toHaveLength(1)
})

describe('jobs of users', () => {
  test('are asked for together while they are of one user', async () => {
    const at = world({ listed: ['a', 'b'], users: true })
    const [a, b] = [jobOf('a'), jobOf('b')]
    at.polls.open(a)
    at.polls.open(b)
    const asked: string[][] = []
    const poll = async (user: string, job: OpenJob): Promise<void> => {
      at.user = user
      asked.push((await sent(at, job)).lines)
    }
    await poll('ann', a)
    await poll('ann', b)
    await poll('ann', a)
    expect(asked.splice(0)).toEqual([['/jobs/a'], ['/jobs?limit=20'], ['/jobs?limit=20']])
    await poll('bob', b)
    await poll('ann', a)
    expect(asked.splice(0)).toEqual([['/jobs/b'], ['/jobs/a']])
    expect([a.who, b.who]).toEqual(['ann', 'bob'])
    await poll('ann', b)
    expect(asked).toEqual([['/jobs?limit=20']])
  })

  test('are served by the round that ended their pause', async () => {
    const at = world({ listed: ['a', 'b'], users: true })
    const [a, b] = [jobOf('a'), jobOf('b', { hurry: always })]
    for (const job of [a, b]) at.polls.open(job)
    for (const job of [a, b, a]) await sent(at, job)
    expect(await sent(at, b)).toEqual({ lines: [], answer: 'b' })
  })

  test('a poll that ends while its user is found out sends nothing', async () => {
    const at = world({ users: true })
    const a = jobOf('a')
    const leave = at.polls.open(a)
    const user = new AbortController()
    const poll = expect(at.polls.poll(a, user.signal, always)).rejects.toBe('enough')
    leave()
    user.abort('enough')
    await at.clock.advance(second)
    await poll
    expect(at.lines).toEqual([])
  })

  test('a job that leaves while its user is found out is in no group afterwards', async () => {
    const at = world({ listed: ['a', 'b'], users: true })
    const [a, b] = [jobOf('a'), jobOf('b')]
    at.polls.open(b)
    const leave = at.polls.open(a)
    const left = at.polls.poll(a, never, always)
    leave()
    await at.clock.advance(second)
    expect((await left)?.value.jobID).toBe('a')
    expect((await sent(at, b)).lines).toEqual(['/jobs/b'])
  })
})
