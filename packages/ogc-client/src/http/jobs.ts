import { type CallSettings, type Polled, retryAfterOf, textOf } from '@geoclients/client-core'
import { type OgcCore, received } from '../core/core.ts'
import { isRefusal } from '../parse/error-in-success.ts'
import { readDismissedJob, readJobInfo } from '../parse/job.ts'
import { noteStatus } from '../parse/job-status.ts'
import type { JobInfo } from '../types/wire.ts'
import { tryJson } from '../utils/text.ts'

/** The state of a job, with the pause that the server asks for. */
export async function pollJob(core: OgcCore, jobId: string, settings: CallSettings): Promise<Polled<JobInfo>> {
  const reply = await core.request('GET /jobs/{jobID}', settings, { path: { jobID: jobId } })
  const value = readJobInfo(received(reply, core), jobId)
  noteStatus(value, core)
  return { value, retryAfter: retryAfterOf(reply, core.clock) }
}

export async function dismissJob(core: OgcCore, jobId: string, settings: CallSettings): Promise<JobInfo> {
  const response = await core.request('DELETE /jobs/{jobID}', settings, { path: { jobID: jobId } })
  const text = textOf(response, core.error)
  const body = tryJson(text)
  if (isRefusal(response, body)) throw core.describe(response, body)
  return readDismissedJob(text, { response, error: core.error }, jobId, body)
}
