import type { JobFilter, JobInfo } from '@geoclients/ogc-client'
import { collect } from '@geoclients/ogc-client/helpers'
import type { ServiceOptions } from '../program/service-options.ts'
import { show } from '../terminal/show.ts'
import type { Table } from '../terminal/table.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { openOgc } from './open.ts'

export interface JobsOptions extends ServiceOptions {
  readonly status?: readonly string[]
  readonly process?: readonly string[]
  readonly limit?: number
  readonly watch?: boolean
  /** Between two looks at the list, in milliseconds. */
  readonly interval?: number
}

export async function showJobs(terminal: Terminal, options: JobsOptions): Promise<void> {
  using ogc = await openOgc(terminal, options)
  const { limit } = options
  const data = newestFirst(await collect(ogc.iterJobs(filterOf(options), { signal: terminal.signal }), { limit }))
  await show(terminal, options, { data, view: [jobTable(data)] })
}

export function filterOf({ status, process: processId }: JobsOptions): JobFilter {
  return { status, processId }
}

export function newestFirst(jobs: readonly JobInfo[]): JobInfo[] {
  return jobs.toSorted((one, other) => (other.created ?? '').localeCompare(one.created ?? ''))
}

export async function showJob(terminal: Terminal, id: string, options: ServiceOptions): Promise<void> {
  using ogc = await openOgc(terminal, options)
  const data = await ogc.getJob(id, { signal: terminal.signal })
  await show(terminal, options, { data, view: jobView(data) })
}

export function jobTable(jobs: readonly JobInfo[]): Table {
  const columns = ['job', 'process', 'status', 'progress', 'created', 'message']
  return {
    columns,
    rows: jobs.map((job) => [job.jobID, job.processID, job.status, percent(job), job.created, job.message])
  }
}

/** One job: its members one below the other, then the trace of a failure. */
export function jobView(job: JobInfo): (Table | string)[] {
  const { jobID, processID, status, created, started, finished, message, traceback } = job
  const members = {
    job: jobID,
    process: processID,
    status,
    progress: percent(job),
    created,
    started,
    finished,
    message
  }
  const rows = Object.entries(members).filter(([, value]) => value !== undefined)
  return [{ rows }, ...(traceback ? [traceback.join('\n')] : [])]
}

const percent = ({ progress }: JobInfo): string | undefined => (progress === undefined ? undefined : `${progress} %`)
