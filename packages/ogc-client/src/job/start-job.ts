import { type CallSettings, check, lastingHeaders, type Rule } from '@geoclients/client-core'
import type { OgcCore } from '../core/core.ts'
import { executionAborted } from '../errors/job-errors.ts'
import { startOrDismiss } from '../execute/abortable-start.ts'
import { checkInputs } from '../execute/check-inputs.ts'
import { type Execution, execute } from '../execute/execute.ts'
import { type PreparedRequest, prepareRequest } from '../execute/prepare-request.ts'
import { type Said, sayReturn } from '../execute/return-preference.ts'
import type { ProcessDescription } from '../generated/types.ts'
import { isOnlyUndescribed } from '../http/description-cache.ts'
import { orElse } from '../http/or-else.ts'
import { resultsContext } from '../results/context.ts'
import type { Results } from '../results/results.ts'
import type { Job } from '../types/job.ts'
import type { StartOptions, WaitOptions } from '../types/options.ts'
import type { ExecuteRequest } from '../types/process.ts'
import type { JobInfo } from '../types/wire.ts'
import type { JobContext } from './job-context.ts'
import { JobRun } from './job-run.ts'
import type { WaitSettings } from './wait-settings.ts'

type Mode = NonNullable<StartOptions['mode']>

/** The options for starting a job. */
type Start = Pick<StartOptions, 'mode' | 'validate' | 'return'>

const modes: Rule = [(value) => value === 'auto' || value === 'sync' || value === 'async', '"auto", "sync" or "async"']

/**
 * Starts a process and waits for its results. One time limit covers all requests and the wait, because a server may run the
 * process during the request. `timeout` is the client's, if its options have one.
 */
export async function runJob<O extends object>(
  context: JobContext,
  processId: string,
  request: ExecuteRequest<object>,
  options: StartOptions & WaitOptions,
  settings: WaitSettings,
  timeout: number | undefined
): Promise<Results<O>> {
  const { clock, error } = context.core
  const { signal, dismissOnAbort, waitTimeout } = settings
  const deadline = clock.now() + waitTimeout
  const left = (): number => Math.max(1, deadline - clock.now())
  const isBound = options.timeout !== undefined || (options.waitTimeout === undefined && timeout)
  const bound = (): number => {
    if (signal?.aborted) throw executionAborted(processId, error, signal)
    return isBound ? Math.min(settings.timeout, left()) : left()
  }
  const start = (own: AbortSignal | undefined): Promise<JobRun> =>
    startRun(context, processId, request, { ...settings, signal: own }, options, bound)
  const run = await (dismissOnAbort && signal ? startOrDismiss(start, processId, signal, clock, error) : start(signal))
  const results = await run.results({ ...settings, waitTimeout: left() })
  // The caller states the types of the outputs; they cannot be checked here.
  return results as Results<object> as Results<O>
}

/** Executes a process and returns a handle, whatever the server returns. */
export async function startJob<O extends object>(
  context: JobContext,
  processId: string,
  request: ExecuteRequest<object>,
  settings: CallSettings,
  how: Start
): Promise<Job<O>> {
  const { handle } = await startRun(context, processId, request, settings, how)
  // The caller states the types of the outputs; they cannot be checked here.
  return handle as Job<object> as Job<O>
}

/**
 * Executes a process. `bound` gives the time limit of each request, and
 * throws if no more requests are wanted.
 */
async function startRun(
  context: JobContext,
  processId: string,
  request: ExecuteRequest<object>,
  settings: CallSettings,
  how: Start,
  bound = (): number => settings.timeout
): Promise<JobRun> {
  const { mode = 'auto', validate, return: wanted } = how
  check('mode', mode, modes, context.core.error)
  let asked: Promise<ProcessDescription> | undefined
  const describe = (): Promise<ProcessDescription> =>
    (asked ??= context.descriptions.get(processId, { ...settings, timeout: bound() }))
  const choose = async (prepared: PreparedRequest): Promise<Mode> => {
    if (validate !== undefined) checkInputs(validate, await describe(), prepared)
    return mode === 'auto' && (await mayRunAsync(context.core, processId, describe)) ? 'async' : mode
  }
  const said =
    wanted === undefined
      ? { request }
      : await sayReturn(context.core, wanted, request, () => orElse(describe(), undefined), settings)
  const { info, ...started } = await executeProcess(context, processId, said, settings, choose, bound)
  const headers = lastingHeaders(settings.headers)
  return new JobRun(context, { id: info.jobID, processId, info, headers, isNew: true, ...started })
}

/** Asks for a job. The server may return results anyway. */
export async function executeForJob<O extends object>(
  context: JobContext,
  processId: string,
  request: ExecuteRequest<object>,
  settings: CallSettings
): Promise<JobInfo & { results?: Results<O> }> {
  const { info, results } = await executeProcess(context, processId, { request }, settings, () => 'async')
  return results ? { ...info, results: results as Results<object> as Results<O> } : info
}

/** Sends a prepared execution according to `mode`. `prefer` says how outputs should be returned. */
async function executeProcess(
  { core, descriptions }: JobContext,
  processId: string,
  { request, prefer: returned }: Said,
  settings: CallSettings,
  mode: (prepared: PreparedRequest) => Mode | Promise<Mode>,
  bound = (): number => settings.timeout
): Promise<Execution & { readonly request: PreparedRequest }> {
  const prepared = { ...(await prepareRequest(request, settings, core)), prefer: returned }
  const respond = (await mode(prepared)) === 'async' ? 'respond-async' : undefined
  const prefer = respond && returned ? `${respond}, ${returned}` : (respond ?? returned)
  const call = { ...settings, timeout: bound(), prefer }
  const context = resultsContext(core, descriptions, { processId, isAtOnce: true, request: prepared }, call)
  return { ...(await execute(core, processId, prepared, call, context)), request: prepared }
}

/** Whether to ask for a job. By the standard, a process without `jobControlOptions` is synchronous; but many servers omit them, so the server chooses. */
async function mayRunAsync(
  core: OgcCore,
  processId: string,
  describe: () => Promise<ProcessDescription>
): Promise<boolean> {
  try {
    const { jobControlOptions } = await describe()
    return !Array.isArray(jobControlOptions) || jobControlOptions.includes('async-execute')
  } catch (error) {
    if (!isOnlyUndescribed(error)) throw error
    const what = `cannot read the description of process ${JSON.stringify(processId)}`
    core.warn('no description', `${what}, so the server chooses how to run it: ${error.message}`)
    return true
  }
}
