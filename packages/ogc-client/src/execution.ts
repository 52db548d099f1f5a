import {
  type ErrorFactory,
  invalidArgument,
  isRecord,
  mediaType,
  parseJson,
  parseRetryAfter,
  type RequestOptions,
  type Runtime,
  unwrap
} from '@geoclients/client-core'
import type { JobInfo } from './contract-types.ts'
import type { ProcessRequest, paths } from './generated/types.ts'
import type { ExecuteRequest } from './job-types.ts'
import { describeFailure, makeOgcError } from './ogc-error.ts'
import { isJobInfo, jobIdFromHeaders, readStartedJob } from './reader/job.ts'
import { readResults } from './reader/results.ts'
import type { ResultsSource } from './reader/results-source.ts'
import { tryJson } from './reader/text.ts'
import type { Results } from './results/results.ts'

/** What the server made of an execution: a job, or results at once, or both. */
export interface Execution {
  readonly info: JobInfo
  readonly results?: Results | undefined
  /** Milliseconds that the server asked to wait before the first poll. */
  readonly retryAfter?: number | undefined
}

/** Results come in the output's own media type, so anything is welcome; JSON first, or pygeoapi answers with HTML. */
export const acceptResults = 'application/json, multipart/related;q=0.9, */*;q=0.8'

/** Sends an execution and reads whichever of its answers the server chose (18-062r2, 7.11). */
export async function execute(
  runtime: Runtime<paths>,
  processId: string,
  request: ExecuteRequest<object>,
  options: RequestOptions & { readonly prefer?: string | undefined },
  results: Pick<ResultsSource, 'outputIds' | 'fetchReference'>
): Promise<Execution> {
  checkRequest(request)
  const { prefer, headers, ...rest } = options
  const response = await unwrap(
    runtime.api.POST('/processes/{processID}/execution', {
      ...rest,
      params: { path: { processID: processId } },
      headers: { Accept: acceptResults, ...(prefer && { Prefer: prefer }), ...headers },
      body: request as ProcessRequest, // its inputs are an object of any type: an interface has no index signature
      parseAs: 'response'
    }),
    describeFailure(runtime.clock)
  )
  const retryAfter = parseRetryAfter(response.headers.get('Retry-After'), runtime.clock.now())
  if (response.status === 201 || response.status === 202) {
    const text = await response.text()
    const body = readStartedBody(text, response, runtime.error)
    return { info: withProcess(readStartedJob({ body, response, error: runtime.error }), processId), retryAfter }
  }
  return { ...(await readImmediate(response, processId, { ...results, error: runtime.error })), retryAfter }
}

/** An execution cannot be asked for again: where a header names its job, a body that is no JSON does no harm. */
function readStartedBody(text: string, response: Response, error: ErrorFactory): unknown {
  if (text.trim() === '') return undefined
  return jobIdFromHeaders(response) === undefined ? parseJson(text, response, error) : tryJson(text)
}

/** An inline body wins over a `Location`, whose job routes may not work (pygeoapi, IDEE); only a job's state is a job. */
async function readImmediate(
  response: Response,
  processId: string,
  source: Omit<ResultsSource, 'response' | 'bytes'>
): Promise<Execution> {
  const bytes = new Uint8Array(await response.arrayBuffer())
  if (mediaType(response) === 'application/json' && bytes.length > 0) {
    const body = parseJson(new TextDecoder().decode(bytes), response, source.error)
    if (isJobInfo(body)) {
      return { info: withProcess(readStartedJob({ body, response, error: source.error }), processId) }
    }
  }
  const results = await readResults({ ...source, response, bytes })
  const jobID = jobIdFromHeaders(response) ?? ''
  return { info: { jobID, processID: processId, type: 'process', status: 'successful' }, results }
}

function withProcess(info: JobInfo, processId: string): JobInfo {
  return info.processID === undefined ? { ...info, processID: processId } : info
}

/** Refuses an execution request that cannot be meant. */
export function checkRequest(request: unknown): void {
  if (!isRecord(request)) throw invalidArgument(makeOgcError, 'request', request, 'an object such as { inputs: { … } }')
  const { inputs, outputs, response } = request
  if (inputs !== undefined && !isRecord(inputs)) {
    throw invalidArgument(makeOgcError, 'inputs', inputs, 'an object of values by input id')
  }
  if (outputs !== undefined && !isRecord(outputs)) {
    throw invalidArgument(makeOgcError, 'outputs', outputs, 'an object of { format, transmissionMode } by output id')
  }
  if (response !== undefined && response !== 'raw' && response !== 'document') {
    throw invalidArgument(makeOgcError, 'response', response, '"raw" or "document"')
  }
}
