import {
  bodyTooLarge,
  parseJson,
  parseRetryAfter,
  type RequestOptions,
  type Runtime,
  startTimer,
  unwrap
} from '@geoclients/client-core'
import { describeFailure } from '../errors/ogc-error.ts'
import type { ProcessRequest, paths } from '../generated/types.ts'
import { orElse } from '../http/follow-up-options.ts'
import { isProblem } from '../parse/error-in-success.ts'
import { isJobInfo, jobIdFromHeaders, readStartedJob } from '../parse/job.ts'
import { jobIdFromLocation } from '../parse/quirks/job.ts'
import { type BodyStart, readStart } from '../results/body/read-head.ts'
import type { ResultsContext, ResultsSource } from '../results/context.ts'
import { readJsonBody } from '../results/json/sniff.ts'
import { outputLinks } from '../results/link-header.ts'
import { readResults } from '../results/parse.ts'
import type { Results } from '../results/results.ts'
import type { JobInfo } from '../types/wire.ts'
import { decodeText, tryJson } from '../utils/text.ts'

/** What the server made of an execution: a job, or results at once, or both. */
export interface Execution {
  readonly info: JobInfo
  readonly results?: Results | undefined
  /** Milliseconds that the server asked to wait before the first poll. */
  readonly retryAfter?: number | undefined
}

/** How long the body of a job that a header names already is waited for, in ms. */
const patience = 5_000

/** Results come in the output's own media type, so anything is welcome; JSON first, or pygeoapi answers with HTML. */
export const acceptResults = 'application/json, multipart/related;q=0.9, */*;q=0.8'

/** Sends a request that was prepared and reads whichever of its answers the server chose (18-062r2, 7.11). */
export async function execute(
  runtime: Runtime<paths>,
  processId: string,
  request: ProcessRequest,
  options: RequestOptions & { readonly prefer?: string | undefined },
  context: ResultsContext
): Promise<Execution> {
  const { prefer, headers, ...rest } = options
  const response = await unwrap(
    runtime.api.POST('/processes/{processID}/execution', {
      ...rest,
      params: { path: { processID: processId } },
      headers: { Accept: acceptResults, ...(prefer && { Prefer: prefer }), ...headers },
      body: request,
      parseAs: 'open'
    }),
    describeFailure(runtime)
  )
  const retryAfter = parseRetryAfter(response.headers.get('Retry-After'), runtime.clock.now())
  if (response.status === 201 || response.status === 202) {
    const body = await readStartedBody(response, runtime)
    return { info: withProcess(readStartedJob({ body, response, error: runtime.error }), processId), retryAfter }
  }
  const start = await readStart(response, context.maxBodyBytes)
  if (isProblem(response)) throw describeFailure(runtime)(response, tryJson(decodeText(start.bytes)))
  const immediate = await readImmediate({ ...context, response, start, error: runtime.error }, processId)
  return { ...immediate, retryAfter }
}

/**
 * An execution cannot be asked for again: where a header names its job, a body that is no JSON, breaks off, is too long or
 * takes its time does no harm.
 */
async function readStartedBody(response: Response, runtime: Runtime<paths>): Promise<unknown> {
  const { error, maxBodyBytes, clock } = runtime
  const isNamed = jobIdFromHeaders(response) !== undefined
  const enough = new AbortController()
  const cancelTimer = startTimer(clock, isNamed ? patience : Number.POSITIVE_INFINITY, () => enough.abort())
  const read = async (): Promise<unknown> => {
    const { bytes, rest } = await readStart(response, maxBodyBytes, enough.signal)
    if (rest) {
      rest.cancel(undefined).catch(() => {})
      throw bodyTooLarge({ response, error }, 'the body', maxBodyBytes)
    }
    const text = decodeText(bytes)
    return text.trim() === '' ? undefined : parseJson(text, response, error)
  }
  try {
    return await (isNamed ? orElse(read(), undefined) : read())
  } finally {
    cancelTimer()
  }
}

/**
 * An inline body wins over a `Location`, whose job routes may not work (pygeoapi, IDEE), unless it is the state of a job.
 * Where there is none and no link to an output either, the job that a header names has yet to give results.
 */
async function readImmediate(source: ResultsSource, processId: string): Promise<Execution> {
  const { response, start, error } = source
  const body = await readJsonBody(source)
  const jobID = jobIdFromHeaders(response)
  const isPending = jobIdFromLocation(response) !== undefined && (body === null || isBlank(start))
  if (isJobInfo(body) || (isPending && outputLinks(response).length === 0)) {
    return { info: withProcess(readStartedJob({ body, response, error }), processId) }
  }
  const results = await readResults(source, body)
  return { info: { jobID: jobID ?? '', processID: processId, type: 'process', status: 'successful' }, results }
}

function isBlank({ bytes, rest }: BodyStart): boolean {
  return rest === undefined && bytes.length === 0
}

function withProcess(info: JobInfo, processId: string): JobInfo {
  return info.processID === undefined ? { ...info, processID: processId } : info
}
