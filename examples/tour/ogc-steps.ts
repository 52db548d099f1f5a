import { isOgcError, type JobInfo, type OgcClient, type OgcError } from '@geoclients/ogc-client'

/** The name of the server, and all of its processes, from all pages. */
export async function listProcesses(ogc: OgcClient): Promise<{ title: string; processes: Map<string, string> }> {
  const { title = 'untitled' } = await ogc.getCapabilities()
  const processes = new Map<string, string>()
  for await (const process of ogc.iterProcesses()) processes.set(process.id, process.title ?? '')
  return { title, processes }
}

/** Gets the results in one line. */
export async function runPrimes(ogc: OgcClient): Promise<unknown> {
  const results = await ogc.run('primes_between', { inputs: { min_val: 10, max_val: 30 } })
  return results.get('return_value').json()
}

/** Watches a job from start to end. */
export async function watchSleeper(
  ogc: OgcClient,
  duration: number,
  show: (info: JobInfo) => void
): Promise<{ states: JobInfo[]; slept: unknown }> {
  const job = await ogc.submit('sleep_a_while', { inputs: { duration } }, { mode: 'async' })
  const states: JobInfo[] = []
  for await (const info of job.watch()) {
    states.push(info)
    show(info)
  }
  const results = await job.results()
  return { states, slept: await results.get('return_value').json() }
}

/** Cancels a running job, and shows the error of a call that waits for it. */
export async function cancelSleeper(ogc: OgcClient): Promise<{ dismissed: JobInfo; error: OgcError }> {
  const job = await ogc.submit('sleep_a_while', { inputs: { duration: 30 } }, { mode: 'async' })
  for await (const { progress = 0 } of job.watch()) if (progress > 0) break
  const dismissed = await job.dismiss()
  return { dismissed, error: await failureOf(job.wait()) }
}

/** Runs a job that fails on the server. */
export function failingJob(ogc: OgcClient): Promise<OgcError> {
  return failureOf(ogc.run('sleep_a_while', { inputs: { duration: 0.4, fail: true } }, { mode: 'async' }))
}

/** Sends an input of the wrong type. */
export function wrongInput(ogc: OgcClient): Promise<OgcError> {
  return failureOf(ogc.run('primes_between', { inputs: { min_val: 'ten' } }))
}

/** The error of a rejected promise. */
export async function failureOf(promise: Promise<unknown>): Promise<OgcError> {
  try {
    await promise
  } catch (error) {
    if (isOgcError(error)) return error
    throw error
  }
  throw new Error('this was expected to fail, but it did not')
}
