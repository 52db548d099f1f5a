import { type ErrorFactory, invalidArgument, isRecord } from '@geoclients/client-core'

/** What was saved of a job, or its bare id; refuses what was saved for another server or by another version. */
export function readSavedJob(saved: unknown, baseUrl: string, make: ErrorFactory): { id: string; processId?: string } {
  if (typeof saved === 'string') return { id: requireText('jobId', saved, make) }
  if (!isRecord(saved))
    throw invalidArgument(make, 'saved', saved, 'a job id, or what JSON.stringify(job) wrote, parsed')
  const { version, origin, processId, jobId } = saved
  if (version !== 1) throw invalidArgument(make, 'saved.version', version, '1')
  const { origin: expected } = new URL(baseUrl)
  if (origin !== expected) throw invalidArgument(make, 'saved.origin', origin, `${expected}, the origin of this client`)
  const id = requireText('saved.jobId', jobId, make)
  return processId === undefined ? { id } : { id, processId: requireText('saved.processId', processId, make) }
}

function requireText(name: string, value: unknown, make: ErrorFactory): string {
  if (typeof value !== 'string' || value.trim() === '') throw invalidArgument(make, name, value, 'a non-empty string')
  return value
}
