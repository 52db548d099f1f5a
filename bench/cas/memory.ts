import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { createCasMock } from '@geoclients/cas-client/mock'
import { serve } from '@geoclients/cas-client/mock/node'
import type { Figure } from '../figure.ts'
import type { MemoryReport } from './process-memory.ts'

const run = promisify(execFile)
const counts = [10_000, 100_000] as const

/**
 * If V8 has much room, it collects late, so the peak depends on the length of the run: see decision 013. With a small heap, the
 * peak shows what the program needs, and a program that needs more crashes.
 */
const littleRoom = ['--max-old-space-size=32', '--max-semi-space-size=1']

/** Measures the memory of processes that extract points from the mock, which runs in this process and does not count. */
export async function measureMemory(): Promise<Figure[]> {
  const tight = await pairOf('stream.ts', ...littleRoom)
  const collected = await pairOf('stream.ts', '--expose-gc')
  const free = await pairOf('stream.ts')
  const bare = await pairOf('bare-fetch.ts')
  const [small, large] = tight
  const wrong = [...tight, ...collected, ...free].reduce((sum, report) => sum + report.wrong, 0)
  return [
    ...figures('extractAll, heap of 32 MiB: peak memory above the start', 'peak', tight, 'at most 64'),
    {
      ...{ name: 'extractAll, heap of 32 MiB: peak of 100,000 points to that of 10,000', unit: 'ratio' },
      ...{ value: Math.round((large.peak / small.peak) * 100) / 100, goal: 'about 1' }
    },
    ...figures('extractAll: most that outlives a collection, above the start', 'held', collected),
    ...figures("extractAll, Node's own flags: peak memory above the start", 'peak', free, 'at most 64'),
    ...figures("fetch, batch after batch, Node's own flags: peak above the start", 'peak', bare),
    { name: 'extractAll, six runs: rows missing, failed or out of order', unit: 'rows', goal: '0', value: wrong }
  ]
}

type Pair = readonly [small: MemoryReport, large: MemoryReport]

function figures(what: string, key: 'peak' | 'held', pair: Pair, goal?: string): Figure[] {
  return pair.map((report, i) => ({
    ...{ name: `${what}, ${counts[i]?.toLocaleString('en')} points`, value: report[key], unit: 'MiB' },
    goal
  }))
}

/** Runs a script with few and with many points, each in a new process against a new mock. */
async function pairOf(script: string, ...flags: readonly string[]): Promise<Pair> {
  return [await reportOf(script, counts[0], flags), await reportOf(script, counts[1], flags)]
}

async function reportOf(script: string, count: number, flags: readonly string[]): Promise<MemoryReport> {
  const server = await serve(createCasMock())
  try {
    const file = join(import.meta.dirname, script)
    const { stdout } = await run(process.execPath, [...flags, file, server.url, String(count)])
    return JSON.parse(stdout)
  } finally {
    await server.close()
  }
}
