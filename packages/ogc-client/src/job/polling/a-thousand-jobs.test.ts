import { expect, test } from 'vitest'
import { type JobServer, jobServer, jobsThatEnd } from '../../testing/job-server.ts'
import { collect } from '../../testing/rejection.ts'
import { isList, waitForAll } from '../../testing/wait-for-all.ts'

const second = 1_000

/** The numbers of requests of each round: what came within 50 ms belongs together. */
function rounds({ log }: JobServer): number[] {
  const sizes: number[] = []
  let last = Number.NEGATIVE_INFINITY
  for (const { at } of log) {
    if (at - last > 50) sizes.push(0)
    sizes[sizes.length - 1] = (sizes.at(-1) ?? 0) + 1
    last = at
  }
  return sizes
}

test('waits for a thousand jobs take one request a round, and no more rounds than one job', async () => {
  const server = await waitForAll({ ends: jobsThatEnd(1_000, 30 * second) }, 60 * second)
  expect(server.lines().every(isList)).toBe(true)
  expect(Math.max(...rounds(server))).toBe(1)
  const alone = await waitForAll({ ends: { a: 30 * second } }, 60 * second)
  expect(server.log.length).toBeLessThanOrEqual(alone.log.length + 1)
})

test('a watch of a thousand jobs takes two requests a round at the most', async () => {
  const { ogc, clock, log } = jobServer({ ends: jobsThatEnd(1_000, 3 * second), others: 200 })
  const watch = collect(ogc.watchJobs(Object.keys(jobsThatEnd(1_000, 0))))
  await clock.advance(10 * second)
  expect(await watch).toHaveLength(2_000)
  expect(new Set(log.map(({ line }) => new URLSearchParams(line.split('?')[1]).get('limit')))).toEqual(
    new Set(['1000'])
  )
  expect(log.length).toBeLessThan(2 * 25)
})
