import { oneLine } from '@geoclients/client-core'
import type { Job } from '../types/job.ts'

/** How errors name a job. */
export function nameOf({ id, processId }: Pick<Job, 'id' | 'processId'>): string {
  return `job ${quoted(id ?? '')}${processId ? ` of process ${quoted(processId)}` : ''}`
}

/** Limits the length of a server's id. */
export function quoted(id: string): string {
  return JSON.stringify(oneLine(id) ?? '')
}
