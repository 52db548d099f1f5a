import { isKnownStatus, normaliseStatus } from '../parse/job-status.ts'
import type { JobInfo } from '../types/wire.ts'
import type { JobFilter } from './job-filter.ts'

/**
 * Whether a listed job is one that was filtered for. Some servers ignore filters (pygeoapi, fastprocesses, georust/ogcapi);
 * what a list does not tell of a job holds nothing back.
 */
export function matches(info: JobInfo, { processId, status }: JobFilter): boolean {
  const { processID } = info
  if (processId && processID !== undefined && !processId.includes(processID)) return false
  if (!status || !isKnownStatus(info.status)) return true
  const name = normaliseStatus(info.status)
  return status.some((wanted) => wanted === info.status || normaliseStatus(wanted) === name)
}
