import { OgcClient } from '@geoclients/ogc-client'
import { pollCounter } from '../../bench/poll-counter.ts'
import type { JobsReport } from './report.ts'

/* A process of its own, started with --expose-gc: `node watch-jobs.ts URL COUNT` waits for so many jobs at once and prints a JobsReport. */
const [baseUrl = '', count = ''] = process.argv.slice(2)
const total = Number(count)
const atOnce = 20
const polls = pollCounter()
using ogc = new OgcClient({ baseUrl, fetch: polls.through(globalThis.fetch) })

await ogc.getConformance() // loads the platform's code for requests
const heapAtStart = heap()

let submitted = 0
const lateness: number[] = []
const waits: Promise<void>[] = []
async function submitSome(): Promise<void> {
  while (submitted < total) {
    // All jobs run for at least a minute, so that all are waited for at the same time. They end within the following minute.
    const duration = 60 + submitted / 100 + ((submitted++ * 7_919) % 60)
    const job = await ogc.submit('sleep_a_while', { inputs: { duration } }, { mode: 'async' })
    waits.push(
      job.wait().then(({ finished, status }) => {
        if (status !== 'successful' || !finished) throw new Error(`a job ended as ${status}`)
        lateness.push(Date.now() - Date.parse(finished))
      })
    )
  }
}
await Promise.all(Array.from({ length: atOnce }, submitSome))
const heapWhileWaiting = heap()
polls.reset()
const began = performance.now()
await Promise.all(waits)
lateness.sort((a, b) => a - b)
const report: JobsReport = {
  ended: lateness.length,
  requests: polls.requests,
  rounds: polls.rounds,
  seconds: (performance.now() - began) / 1_000,
  heapPerJob: (heapWhileWaiting - heapAtStart) / total,
  peak: process.resourceUsage().maxRSS * 1_024,
  lateness: {
    median: lateness[Math.floor(lateness.length / 2)] ?? Number.NaN,
    p95: lateness[Math.floor(lateness.length * 0.95)] ?? Number.NaN
  }
}
console.log(JSON.stringify(report))

/** Bytes that are still reachable. */
function heap(): number {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed
}
