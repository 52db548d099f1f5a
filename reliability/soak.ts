import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { conclude, lineOf } from '../bench/conclude.ts'
import type { Figure } from '../bench/figure.ts'
import { chart } from './soak/chart.ts'
import { startLoad } from './soak/load.ts'
import { realTime, virtualTime } from './soak/passage.ts'

/*
 * `npm run soak -- [--minutes 10] [--virtual] [--jobs 500] [--rate 50] [--json FILE] [--svg FILE]`: waits for that many jobs at
 * any time, sends so many other requests per second, and measures memory and delays every few seconds. With `--virtual`, the
 * minutes pass as fast as the machine allows.
 */
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    jobs: { type: 'string', default: '500' },
    rate: { type: 'string', default: '50' },
    virtual: { type: 'boolean', default: false },
    json: { type: 'string' },
    svg: { type: 'string' }
  }
})
const [minutes, jobs, rate] = [values.minutes, values.jobs, values.rate].map(Number) as [number, number, number]
if (![minutes, jobs, rate].every((value) => value > 0)) throw new Error('--minutes, --jobs and --rate must be above 0')
if (!globalThis.gc) throw new Error('start it with npm run soak, which passes --expose-gc to Node')

const pause = 5_000
const passage = values.virtual ? virtualTime() : await realTime()
const load = startLoad({ passage, jobs, rate })
const started = passage.clock.now()
const samples: { minute: number; heap: number; late: number; rate: number }[] = []
const errors: string[] = []
let ended = 0
while (passage.clock.now() - started < minutes * 60_000) {
  await passage.pass(pause)
  globalThis.gc()
  const tally = load.take()
  ended += tally.ended
  errors.push(...tally.errors)
  const late = tally.lateness.toSorted((a, b) => a - b)[Math.floor(tally.lateness.length * 0.95)] ?? 0
  const minute = (passage.clock.now() - started) / 60_000
  samples.push({
    minute,
    heap: process.memoryUsage().heapUsed / 1024 / 1024,
    late,
    rate: (tally.requests * 1_000) / pause
  })
}
await load.stop()
await passage.end()

/** Means of the second and last quarter. The first is warm-up. */
const quarter = Math.floor(samples.length / 4)
const mean = (part: typeof samples, of: 'heap' | 'late'): number =>
  part.reduce((sum, sample) => sum + sample[of], 0) / Math.max(1, part.length)
const [early, last] = [samples.slice(quarter, 2 * quarter), samples.slice(-quarter)]
const tenth = (value: number): number => Math.round(value * 10) / 10
const figures: Figure[] = [
  { name: 'jobs that ended', value: ended, unit: 'jobs' },
  { name: 'errors and warnings', value: errors.length, unit: 'errors', goal: '0' },
  {
    name: 'heap, last quarter beside second',
    value: tenth(mean(last, 'heap') / mean(early, 'heap')),
    unit: 'ratio',
    goal: 'at most 1.2'
  },
  { name: 'heap, last quarter', value: tenth(mean(last, 'heap')), unit: 'MiB' },
  { name: 'lateness p95, second quarter', value: Math.round(mean(early, 'late')), unit: 'ms' },
  { name: 'lateness p95, last quarter', value: Math.round(mean(last, 'late')), unit: 'ms' },
  {
    name: 'lateness, last quarter beside second',
    value: tenth(mean(last, 'late') / Math.max(1, mean(early, 'late'))),
    unit: 'ratio',
    goal: 'at most 1.5'
  }
]
for (const text of new Set(errors)) console.error(text)
for (const figure of await conclude(figures, values.json)) console.log(lineOf(figure))
if (values.svg) {
  const series = (title: string, unit: string, of: 'heap' | 'late') => ({
    ...{ title, unit },
    points: samples.map((sample) => [sample.minute, sample[of]] as const)
  })
  await writeFile(
    values.svg,
    chart([series('Heap after a collection', 'MiB', 'heap'), series('Lateness, p95 of 5 s', 'ms', 'late')])
  )
}
