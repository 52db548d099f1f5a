import {
  isJson,
  isRecord,
  malformed,
  mediaType,
  parseJson,
  type Received,
  type Reply,
  readLinks,
  readRecord,
  redactUrl,
  withoutNulls
} from '@geoclients/client-core'
import type { JobInfo } from '../types/wire.ts'
import { tryJson } from '../utils/text.ts'
import { isKnownStatus } from './job-status.ts'
import {
  idAsText,
  idForJobId,
  jobIdFromBodyLinks,
  jobIdFromLocation,
  jobIdFromMonitorLink,
  processIdOf,
  progressAsNumber,
  tracebackOf,
  typeOrProcess
} from './quirks/job.ts'

/** The state of a job, from its own resource. */
export function readJobInfo(received: Received, jobId?: string): JobInfo {
  const state = readRecord(received, 'a job status')
  return readState(state, received, idForJobId(state) ?? jobId)
}

/**
 * Whether the body of an answer is the state of a job rather than a result: it says so, or it has a job's id and a known
 * status.
 */
export function isJobInfo(body: unknown): body is { readonly status: string } {
  if (!isRecord(body) || typeof body.status !== 'string') return false
  const isProcess = body.type === 'process' || isStateOfVersion2(body)
  if (idForJobId({ ...body, id: undefined }) !== undefined) return isProcess || isKnownStatus(body.status)
  return isProcess && idAsText(body.id) !== undefined && isKnownStatus(body.status)
}

/**
 * The job that an execution started. The execution must not be repeated, so any source of the id is accepted: the body, the
 * headers (GeoServer, ZOO-Project) or links in the body (MAAP). A missing status becomes `otherwise`.
 */
export function readStartedJob(received: Received, otherwise = 'accepted'): JobInfo {
  const body = isRecord(received.body) ? withoutNulls(received.body) : {}
  const jobID = idForJobId(body) ?? jobIdFromHeaders(received.response) ?? jobIdFromBodyLinks(body)
  if (jobID === undefined) {
    const location = received.response.headers.get('Location')
    const header =
      location === null ? 'there is no Location header' : `Location ${redactUrl(location)} does not name a job`
    // A web page cannot see headers that the service does not expose.
    const hidden = location === null && received.response.response.type === 'cors'
    const advice = hidden ? ' (in a browser the service must send Access-Control-Expose-Headers: Location)' : ''
    throw malformed(received, `a job, and ${header}${advice}`, received.body)
  }
  return readState({ ...body, status: statusOr(body, otherwise) }, received, jobID)
}

/**
 * The state of a job after its dismissal was confirmed with a 2xx, with or without a body. Rejects for an HTML page of a
 * gateway or login, and for incomplete JSON.
 */
export function readDismissedJob(
  text: string,
  source: Omit<Received, 'body'>,
  jobId: string,
  json: unknown = tryJson(text)
): JobInfo {
  const { response, error } = source
  const isWord = json === undefined && (text.trim() === '' || !(isJson(mediaType(response)) || /^\s*</.test(text)))
  const body: unknown = json === undefined && !isWord ? parseJson(text, response, error) : json
  const told = isRecord(body) ? withoutNulls(body) : {}
  // A body without status, such as the job list after a redirect, contributes only its message.
  const state = typeof told.status === 'string' ? told : { message: told.message, status: 'dismissed' }
  return readState(state, { ...source, body }, idForJobId(state) ?? jobId)
}

function statusOr({ status }: Readonly<Record<string, unknown>>, otherwise: string): string {
  return typeof status === 'string' ? status : otherwise
}

/** Whether an object is a job state of version 2.0, which has no `type` but a `processingEntityType`. */
function isStateOfVersion2({ processingEntityType }: Readonly<Record<string, unknown>>): boolean {
  return typeof processingEntityType === 'string'
}

/** The job id in a `Location` header or a monitor link: the segment after `/jobs/`. */
export function jobIdFromHeaders(response: Reply): string | undefined {
  return jobIdFromLocation(response) ?? jobIdFromMonitorLink(response)
}

/**
 * The state of a job as it is handed out: what a server says of it, completed in place. To copy each job of a list costs as
 * much as to parse it.
 */
export function readState(state: Record<string, unknown>, received: Received, jobID?: string): JobInfo {
  const { status, links, progress: told } = state
  if (jobID === undefined) throw malformed(received, 'a job status with a "jobID"', jobID)
  if (typeof status !== 'string') throw malformed(received, 'a job status with a "status"', status)
  const info = state as unknown as JobInfo // its required members follow
  const processID = processIdOf(state)
  if (processID !== undefined) info.processID = processID
  info.jobID = jobID
  info.type = typeOrProcess(state)
  if (told !== undefined && typeof told !== 'number') {
    const progress = progressAsNumber(state)
    if (progress === undefined) delete info.progress
    else info.progress = progress
  }
  if (links !== undefined) info.links = readLinks(links)
  const traceback = tracebackOf(state)
  if (traceback) info.traceback = traceback
  return info
}
