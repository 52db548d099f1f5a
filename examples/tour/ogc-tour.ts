import { OgcClient } from '@geoclients/ogc-client'
import { cancelSleeper, failingJob, listProcesses, runPrimes, watchSleeper, wrongInput } from './ogc-steps.ts'
import { heading, printTable } from './print.ts'
import { drawProgress } from './progress-bar.ts'

/** Runs the OGC tour. If the server lacks the tour's two processes, only lists its processes. */
export async function tourOgc(baseUrl: string): Promise<void> {
  using ogc = new OgcClient({ baseUrl })

  const { title, processes } = await listProcesses(ogc)
  heading(`"${title}" offers ${processes.size} processes`)
  printTable(processes)
  const missing = ['primes_between', 'sleep_a_while'].filter((id) => !processes.has(id))
  if (missing.length > 0) {
    console.log(`\nThe tour ends here: this server has no process ${missing.join(' and no ')}.`)
    return
  }

  heading('Run a process: the primes between 10 and 30')
  console.log(`  ${JSON.stringify(await runPrimes(ogc))}`)

  heading('Watch a job for 3 seconds')
  const { slept } = await watchSleeper(ogc, 3, drawProgress)
  console.log(`\n  it slept ${Number(slept).toFixed(2)} s`)

  heading('Cancel a job that would take 30 seconds')
  const { dismissed, error } = await cancelSleeper(ogc)
  console.log(`  the server says: ${dismissed.status}\n  job.wait() rejects: ${error.code}: ${error.message}`)

  heading('A job that fails')
  const failure = await failingJob(ogc)
  console.log(`  ${failure.code}: ${failure.message}`)

  heading('An input of the wrong type')
  const refusal = await wrongInput(ogc)
  console.log(`  ${refusal.code} ${refusal.status}: ${refusal.message}`)
}
