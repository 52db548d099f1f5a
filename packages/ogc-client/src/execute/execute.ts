import { bodyTooLarge, type CallSettings, type Reply, readJson, retryAfterOf } from '@geoclients/client-core'
import type { OgcCore } from '../core/core.ts'
import { isExceptionOf, isProblem } from '../parse/error-in-success.ts'
import { isJobInfo, jobIdFromHeaders, readStartedJob } from '../parse/job.ts'
import { idForJobId, jobIdFromLocation } from '../parse/quirks/job.ts'
import type { ResultsContext, ResultsSource } from '../results/context.ts'
import { isStateWithOutputs } from '../results/json/quirks/value.ts'
import { readJsonBody } from '../results/json/sniff.ts'
import { outputLinks } from '../results/link-header.ts'
import { readResults } from '../results/parse.ts'
import type { Results } from '../results/results.ts'
import type { JobInfo } from '../types/wire.ts'
import { decodeText, tryJson } from '../utils/text.ts'
import { isResultsWith201 } from './created-results.ts'
import { failedJob } from './failed-job.ts'
import type { PreparedRequest } from './prepare-request.ts'

/** The outcome of an execution request: a job, results, or both. */
export interface Execution {
  readonly info: JobInfo
  readonly results?: Results | undefined
  /** Milliseconds that the server asked to wait before the first poll. */
  readonly retryAfter?: number | undefined
}

/** Sends a prepared request and reads any of the possible responses (18-062r2, 7.11). */
export async function execute(
  core: OgcCore,
  processId: string,
  { body }: PreparedRequest,
  settings: CallSettings & { readonly prefer?: string | undefined },
  context: ResultsContext
): Promise<Execution> {
  const { prefer } = settings
  const request = core.request('POST /processes/{processID}/execution', settings, {
    path: { processID: processId },
    headers: prefer ? { prefer } : {},
    body,
    mode: 'open',
    isSpared: (reply) => isStarted(reply) && jobIdFromHeaders(reply) !== undefined
  })
  let response: Reply
  try {
    response = await request
  } catch (error) {
    const info = await failedJob(core, error, settings)
    if (info) return { info: withProcess(info, processId) }
    throw error
  }
  const retryAfter = retryAfterOf(response, core.clock)
  const source: ResultsSource = { ...context, response, error: core.error }
  if (isStarted(response)) {
    const isNamed = jobIdFromHeaders(response) !== undefined
    if (isNamed || !(await isResults(source, prefer))) {
      const body = startedBody(source, isNamed)
      return { info: withProcess(readStartedJob({ ...source, body }), processId), retryAfter }
    }
  }
  if (isProblem(response)) throw core.describe(response, tryJson(decodeText(response.bytes) ?? ''))
  return { ...(await readImmediate(source, processId)), retryAfter }
}

/** Whether an answer that should have started a job is results: of 201 only, where no header names a job. */
async function isResults(source: ResultsSource, prefer = ''): Promise<boolean> {
  const { status, bytes, rest } = source.response
  if (status !== 201 || (bytes.length === 0 && !rest)) return false
  return isResultsWith201(source, prefer.startsWith('respond-async'))
}

function isStarted({ status }: Reply): boolean {
  return status === 201 || status === 202
}

/**
 * The body of a started job. An execution must not be repeated. So if a header names the job, it does not matter whether the
 * body is invalid JSON, incomplete, too long or slow.
 */
function startedBody(source: ResultsSource, isNamed: boolean): unknown {
  const { response, error, maxBodyBytes } = source
  const { rest, bytes } = response
  if (isNamed) return tryJson(decodeText(bytes) ?? '')
  rest?.cancel(undefined).catch(() => {})
  if (rest) throw bodyTooLarge(source, 'the body', maxBodyBytes)
  return readJson(response, error)
}

/**
 * Reads a response with status 200. A body wins over `Location`, because the job's routes may not work (pygeoapi, IDEE),
 * unless the body is a job status. If there is neither a body nor a link to an output, the results of the job that a header
 * names are still to come.
 */
async function readImmediate(source: ResultsSource, processId: string): Promise<Execution> {
  const { response, error } = source
  const body = await readJsonBody(source)
  const jobID = jobIdFromHeaders(response)
  if (await isExceptionOf(body, source)) {
    if (jobID === undefined) throw source.describe(response, body)
    // The exception in the response. The job itself may explain more.
    const info = { jobID, processID: processId, type: 'process', status: 'failed', exception: body }
    return { info: info as JobInfo }
  }
  const isPending = jobIdFromLocation(response) !== undefined && (body === null || response.bytes.length === 0)
  const isJob = isJobInfo(body) && !isStateWithOutputs(body)
  if (isJob || (isPending && outputLinks(response).length === 0)) {
    return { info: withProcess(readStartedJob({ body, response, error }), processId) }
  }
  const results = await readResults(source, body)
  const id = jobID ?? (isJobInfo(body) ? idForJobId(body) : undefined) ?? ''
  return { info: { jobID: id, processID: processId, type: 'process', status: 'successful' }, results }
}

function withProcess(info: JobInfo, processId: string): JobInfo {
  return info.processID === undefined ? { ...info, processID: processId } : info
}
