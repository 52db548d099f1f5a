import type { Clock } from '@geoclients/mock-core'
import { noSuchJob } from '../answers/problems.ts'
import { type Job, jobState } from './job.ts'

/** The jobs of one mock. */
export interface JobStore {
  add(job: Omit<Job, 'id'>): Job
  /** Replaces the job with the same id. */
  put(job: Job): void
  /** @throws Problem 404 no-such-job */
  get(id: string): Job
  has(id: string): boolean
  /** Oldest first. */
  list(): Job[]
  /** Cancels and keeps a running job; removes a finished one. Returns the job. */
  dismiss(id: string): Job
  clear(): void
}

/** @param nameJob makes the id of a new job, from the number of jobs since `clear` and of those still kept */
export function createJobStore(
  clock: Clock,
  nameJob: (made: number, kept: number) => string = (made) => `job-${made + 1}`
): JobStore {
  const jobs = new Map<string, Job>()
  let count = 0

  function get(id: string): Job {
    const job = jobs.get(id)
    if (job === undefined) throw noSuchJob(id)
    return job
  }

  return {
    add(made) {
      const job = { ...made, id: nameJob(count, jobs.size) }
      count += 1
      jobs.set(job.id, job)
      return job
    },
    put: (job) => void jobs.set(job.id, job),
    get,
    has: (id) => jobs.has(id),
    list: () => [...jobs.values()],
    dismiss(id) {
      const job = get(id)
      const now = clock.now()
      const { status } = jobState(job, now)
      if (status === 'accepted' || status === 'running') {
        const dismissed = { ...job, dismissed: now }
        jobs.set(id, dismissed)
        return dismissed
      }
      jobs.delete(id)
      return job
    },
    clear() {
      jobs.clear()
      count = 0
    }
  }
}
