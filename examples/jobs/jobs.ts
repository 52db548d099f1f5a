import type { OgcClient } from '@geoclients/ogc-client'

/** A place that keeps jobs after a page is closed: `localStorage`, a file, a database. */
export interface Storage {
  getItem(key: string): string | null
  setItem(key: string, value: string): void
}

/** Starts a job and stores what is needed to find it again. */
export async function submitAndSave(ogc: OgcClient, storage: Storage, duration: number): Promise<void> {
  const job = await ogc.submit('sleep_a_while', { inputs: { duration } }, { mode: 'async' })
  storage.setItem('job', JSON.stringify(job))
}

/** After a reload: shows the progress of the job, then returns its result. */
export async function resume(ogc: OgcClient, storage: Storage, show: (line: string) => void): Promise<unknown> {
  using job = ogc.job(JSON.parse(storage.getItem('job') ?? 'null'))
  for await (const { status, progress = 0 } of job.watch()) show(`${status} ${progress} %`)
  const results = await job.results()
  return results.get('return_value').json()
}

/** Starts many jobs and reports each end. Together they need few more requests than one. */
export async function watchMany(ogc: OgcClient, durations: readonly number[]): Promise<string[]> {
  const jobs = await Promise.all(
    durations.map((duration) => ogc.submit('sleep_a_while', { inputs: { duration } }, { mode: 'async' }))
  )
  const ended: string[] = []
  for await (const { jobID, status, finished } of ogc.watchJobs(jobs)) {
    if (finished !== undefined) ended.push(`${jobID} ${status}`)
  }
  return ended
}
