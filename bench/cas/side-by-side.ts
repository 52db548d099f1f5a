import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { CasClient } from '@geoclients/cas-client'
import { casPython, startCas } from '@geoclients/interop/servers/cas.ts'
import { median } from '../calls/rounds.ts'
import type { Figure } from '../figure.ts'
import { points } from './points.ts'

const run = promisify(execFile)
const datasetIds = ['demo_terrain:elevation']
const pairs = 5

/**
 * Requests of `cas.client` and of our client to the same real service, in turns, each time for new places. Ratios are our time
 * divided by Python's. The service processes ten geometries of a batch at a time. `archive` is how long each geometry waits for
 * its data, as it would outside of a test.
 */
export async function measureSideBySide(): Promise<Figure[]> {
  const archive = 0.02
  const waiting = await many(archive)
  const busy = await many(0)
  const single = await withService(0, one)
  const ratio = (name: string, value: number, goal?: string): Figure => ({
    name,
    value: Math.round(value * 100) / 100,
    unit: 'ratio',
    goal
  })
  return [
    ratio(`10,000 points, archives that take ${archive * 1_000} ms: time to cas.client's`, waiting, 'at most 0.5'),
    ratio("10,000 points, archives that take no time: time to cas.client's", busy),
    ratio("a single batch of 1,000 points: time to cas.client's", single, 'at most 1')
  ]
}

async function withService<T>(delay: number, measure: (url: string) => Promise<T>): Promise<T> {
  await using server = await startCas({ OFFLINE_CAS_DELAY_S: String(delay) })
  return await measure(server.baseUrl)
}

/**
 * 10,000 points: the Python client sends one batch after the other, ours four at a time. Each has a service with an empty cache.
 */
async function many(delay: number): Promise<number> {
  const theirs = await withService(delay, (url) => python(url, 10, 1))
  const time = await withService(delay, (url) => ours(url, 10_000, 2))
  return time / theirs.reduce((sum, one) => sum + one, 0)
}

/** The median of several pairs of single batches, without the first of each client. */
async function one(url: string): Promise<number> {
  const ratios: number[] = []
  await ours(url, 1_000, 10)
  for (let pair = 0; pair < pairs; pair++) {
    const [, theirs = Number.NaN] = await python(url, 2, 100 + pair)
    ratios.push((await ours(url, 1_000, 200 + pair)) / theirs)
  }
  return median(ratios)
}

async function ours(baseUrl: string, count: number, round: number): Promise<number> {
  using cas = new CasClient({ baseUrl })
  await cas.health()
  const began = performance.now()
  let found = 0
  for await (const row of cas.extractAll(points(count, round), { datasetIds })) {
    if (row.ok) found += row.response.results.length
  }
  if (found !== count) throw new Error(`${found} of ${count} points were found`)
  return performance.now() - began
}

async function python(url: string, batches: number, round: number): Promise<number[]> {
  const script = join(import.meta.dirname, 'python_client.py')
  const { stdout } = await run(await casPython(), [script, url, '1000', String(batches), String(round)])
  return JSON.parse(stdout)
}
