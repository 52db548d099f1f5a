import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { promisify } from 'node:util'
import { OgcClient } from '@geoclients/ogc-client'
import { createOgcMock } from '@geoclients/ogc-client/mock'
import { pythonEnvironment } from '../interop/environment.ts'
import { startWraptile } from '../interop/servers/wraptile.ts'
import { type CountingProxy, countingProxy } from './counting-proxy.ts'
import type { Figure } from './figure.ts'
import { pollCounter } from './poll-counter.ts'

const execute = promisify(execFile)
const interop = join(import.meta.dirname, '..', 'interop')

/**
 * The duration of a job in seconds, and how often it is run. Long jobs run in parallel, each with its own client. wraptile runs
 * three at once. More would queue, and the pauses would be those of an older job.
 */
const plan = [
  { duration: 0.05, runs: 11, concurrency: 1 },
  { duration: 0.25, runs: 11, concurrency: 1 },
  { duration: 1, runs: 11, concurrency: 1 },
  { duration: 5, runs: 12, concurrency: 3 },
  { duration: 30, runs: 9, concurrency: 3 }
]

type Runs = (typeof plan)[number]

interface Heard {
  readonly jobId: string
  /** Milliseconds from the end of the job on the server until the client reports it. */
  readonly lateness: number
}

/**
 * Measures the delay until the end of a job is noticed, and its cost, compared with cuiman; then the requests per round for many
 * jobs.
 */
export async function measure(): Promise<Figure[]> {
  const server = await startWraptile()
  try {
    await using proxy = await countingProxy(server.baseUrl)
    const figures: Figure[] = []
    const note = (...measured: Figure[]): void => {
      figures.push(...measured)
      for (const { name, value, unit } of measured) console.error(`${name}: ${value} ${unit}`)
    }
    for (const runs of plan) {
      note(...figuresOf('ogc-client', runs, await ours(proxy.baseUrl, runs), proxy))
      note(...figuresOf('cuiman', runs, await cuimans(proxy.baseUrl, runs), proxy))
    }
    const wraptile = (counting: (own: typeof globalThis.fetch) => typeof globalThis.fetch): OgcClient =>
      new OgcClient({ baseUrl: server.baseUrl, fetch: counting(globalThis.fetch) })
    for (const jobs of [1, 100, 1_000]) {
      note(...(await perRound('mock', jobs, mockClient)))
      note(...(await perRound('wraptile', jobs, wraptile)))
    }
    return figures
  } finally {
    await server.stop()
  }
}

async function ours(baseUrl: string, { duration, runs, concurrency }: Runs): Promise<Heard[]> {
  const heard: Heard[] = []
  const run = async (): Promise<void> => {
    using ogc = new OgcClient({ baseUrl })
    const onProgress = ({ jobID, finished }: { jobID: string; finished?: string }): void => {
      if (finished) heard.push({ jobId: jobID, lateness: Date.now() - Date.parse(finished) })
    }
    await ogc.run('sleep_a_while', { inputs: { duration } }, { onProgress })
  }
  for (let done = 0; done < runs; done += concurrency) await Promise.all(Array.from({ length: concurrency }, run))
  return heard
}

async function cuimans(baseUrl: string, { duration, runs, concurrency }: Runs): Promise<Heard[]> {
  const requirements = join(interop, 'requirements', 'cuiman.txt')
  const python = (await pythonEnvironment({ name: 'cuiman', requirements })).command('python')
  const script = join(import.meta.dirname, 'cuiman_wait.py')
  const args = [script, baseUrl, ...[duration, runs, concurrency].map(String)]
  const { stdout } = await execute(python, args, { timeout: 300_000 })
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Heard)
}

function figuresOf(
  client: string,
  { duration, runs }: Runs,
  heard: readonly Heard[],
  { lines }: CountingProxy
): Figure[] {
  if (heard.length !== runs) throw new Error(`${client} told of ${heard.length} ends of ${runs}`)
  const lateness = heard.map((one) => one.lateness)
  const polls = heard.map(({ jobId }) => lines.filter((line) => line === `GET /jobs/${jobId}`).length)
  const isGoal = client === 'ogc-client' && duration === 1
  const figure = (what: string, value: number, unit: string, goal?: string): Figure => ({
    ...{ name: `${client}, job of ${duration} s: ${what}`, value: Math.round(value), unit },
    goal: isGoal ? goal : undefined
  })
  return [
    figure('lateness, median', quantile(lateness, 0.5), 'ms', 'under 100'),
    figure('lateness, p95', quantile(lateness, 0.95), 'ms'),
    figure('polls, median', quantile(polls, 0.5), 'requests'),
    figure('polls, most', Math.max(...polls), 'requests', 'at most 12')
  ]
}

function quantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN
}

/** Watches a number of running jobs for a while. */
async function perRound(
  server: string,
  count: number,
  client: (fetch: (own: typeof globalThis.fetch) => typeof globalThis.fetch) => OgcClient
): Promise<Figure[]> {
  const polls = pollCounter()
  using ogc = client(polls.through)
  const ids: string[] = []
  while (ids.length < count) {
    const batch = Array.from({ length: Math.min(20, count - ids.length) }, () =>
      ogc.submit('sleep_a_while', { inputs: { duration: 60 } }, { mode: 'async' })
    )
    for (const { id } of await Promise.all(batch)) if (id !== undefined) ids.push(id)
  }
  const watch = ogc.watchJobs(ids)
  const reading = (async () => {
    for await (const _ of watch);
  })()
  await setTimeout(5_000)
  await watch.return?.()
  await reading
  const { requests, rounds } = polls
  const value = Math.round((100 * requests) / rounds) / 100
  const name = `${server}, ${count} ${count === 1 ? 'job' : 'jobs'}`
  const goal = count === 1_000 ? 'at most 2' : undefined
  return [
    { name: `${name}: requests per round`, value, unit: 'requests', goal },
    { name: `${name}: rounds in 5 s`, value: rounds, unit: 'rounds' }
  ]
}

function mockClient(counting: (own: typeof globalThis.fetch) => typeof globalThis.fetch): OgcClient {
  const mock = createOgcMock()
  return new OgcClient({ baseUrl: mock.baseUrl, fetch: counting(mock.fetch) })
}
