import { type ErrorFactory, invalidArgument, isRecord } from '@geoclients/client-core'
import type { SavedJob } from '../types/job.ts'

/** Where a job lives, as a saved one has it: two services may share a host. `baseUrl` has no slash at its end. */
export function homeOf(baseUrl: string): Pick<SavedJob, 'origin' | 'basePath'> {
  const { origin, pathname } = new URL(baseUrl)
  return { origin, basePath: pathname === '/' ? '' : pathname }
}

/** What was saved of a job, or its bare id; refuses what was saved for another server or by another version. */
export function readSavedJob(saved: unknown, baseUrl: string, make: ErrorFactory): { id: string; processId?: string } {
  if (typeof saved === 'string') return { id: requireText('jobId', saved, make) }
  if (!isRecord(saved))
    throw invalidArgument(make, 'saved', saved, 'a job id, or what JSON.stringify(job) wrote, parsed')
  const { version, origin, basePath, processId, jobId } = saved
  if (version !== 1) throw invalidArgument(make, 'saved.version', version, '1')
  const home = homeOf(baseUrl)
  if (origin !== home.origin) {
    throw invalidArgument(make, 'saved.origin', origin, `${home.origin}, the origin of this client`)
  }
  if (basePath !== undefined && basePath !== home.basePath) {
    const expected = `${JSON.stringify(home.basePath)}, the path of this client's baseUrl`
    throw invalidArgument(make, 'saved.basePath', basePath, expected)
  }
  const id = requireText('saved.jobId', jobId, make)
  return processId === undefined ? { id } : { id, processId: requireText('saved.processId', processId, make) }
}

function requireText(name: string, value: unknown, make: ErrorFactory): string {
  if (typeof value !== 'string' || value.trim() === '') throw invalidArgument(make, name, value, 'a non-empty string')
  return value
}
