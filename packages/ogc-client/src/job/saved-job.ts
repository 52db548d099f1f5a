import { type ErrorFactory, invalidArgument, isRecord } from '@geoclients/client-core'
import type { OgcCore } from '../core/core.ts'
import type { Job, SavedJob } from '../types/job.ts'
import type { KnownJob } from './job-context.ts'

/** Origin and base path of a job's service, because two services may share a host. `baseUrl` has no trailing slash. */
export function homeOf(baseUrl: string): Pick<SavedJob, 'origin' | 'basePath'> {
  const { origin, pathname } = new URL(baseUrl)
  return { origin, basePath: pathname === '/' ? '' : pathname }
}

/** The id of a job that the server kept. */
export function idOf({ id }: Job, make: ErrorFactory): string {
  if (id !== undefined) return id
  const message =
    'this job has no id: the server returned the results immediately and kept no job, so it cannot be found again or dismissed'
  throw make({ code: 'invalid-argument', message })
}

/**
 * Reads a saved job or a job id. Refuses jobs of another service, another version of the format, or a process other than
 * `processId`.
 */
export function readSavedJob(
  saved: unknown,
  processId: string | undefined,
  { baseUrl, error: make }: Pick<OgcCore, 'baseUrl' | 'error'>
): Pick<KnownJob, 'id' | 'processId'> {
  const { id, processId: known = processId } = readParts(saved, baseUrl, make)
  if (processId !== undefined && processId !== known) {
    throw invalidArgument(make, 'processId', processId, `${JSON.stringify(known)}, for which the job was saved`)
  }
  return { id, processId: known }
}

function readParts(saved: unknown, baseUrl: string, make: ErrorFactory): { id: string; processId?: string } {
  if (typeof saved === 'string') return { id: requireText('jobId', saved, make) }
  if (!isRecord(saved) || !('version' in saved))
    throw invalidArgument(
      make,
      'saved',
      saved,
      'a job id, or a saved job as JSON.parse(JSON.stringify(job)) returns it'
    )
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
