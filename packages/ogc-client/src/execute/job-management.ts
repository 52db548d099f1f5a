import { type CallSettings, isRecord, pathSerializer, readRecord } from '@geoclients/client-core'
import { type OgcCore, received } from '../core/core.ts'
import type { JobDefinition, JobInputs } from '../generated/types.ts'
import { pollJob } from '../http/jobs.ts'
import { readConfirmation } from '../parse/confirmation.ts'
import { isJobInfo, readJobInfo, readStartedJob } from '../parse/job.ts'
import { namedItems } from '../results/json/quirks/document.ts'
import type { JobInfo } from '../types/wire.ts'
import { prepareRequest } from './prepare-request.ts'

/** Creates a job; `status` keeps weaver from starting it. */
export async function createJob(
  core: OgcCore,
  processId: string,
  request: unknown,
  settings: CallSettings
): Promise<JobInfo> {
  const pathOf = pathSerializer(core.error)
  const process = core.baseUrl + pathOf('/processes/{processID}', { processID: processId })
  const more = { process, status: 'create' }
  const { body } = await prepareRequest(request, settings, core, more)
  const response = await core.request('POST /jobs', settings, { body })
  const info = readStartedJob({ body: readConfirmation(response, core), response, error: core.error }, 'created')
  return { ...info, processID: info.processID ?? processId }
}

export async function updateJob(core: OgcCore, jobID: string, request: unknown, settings: CallSettings): Promise<void> {
  const { body } = await prepareRequest(request, settings, core)
  readConfirmation(await core.request('PATCH /jobs/{jobID}', settings, { path: { jobID }, body }), core)
}

/** Starts a job, and requests its state if the response does not contain it. */
export async function startPreparedJob(core: OgcCore, jobID: string, settings: CallSettings): Promise<JobInfo> {
  const response = await core.request('POST /jobs/{jobID}/results', settings, {
    path: { jobID },
    headers: { prefer: 'respond-async' },
    body: '{}'
  })
  const body = readConfirmation(response, core)
  if (!isJobInfo(body)) return (await pollJob(core, jobID, settings)).value
  return readJobInfo({ body, response, error: core.error }, jobID)
}

/** The inputs of a job. weaver returns a list of inputs with ids. */
export async function getJobInputs(core: OgcCore, jobID: string, settings: CallSettings): Promise<JobInputs> {
  const reply = await core.request('GET /jobs/{jobID}/inputs', settings, { path: { jobID } })
  const { inputs, ...rest } = readRecord(received(reply, core), 'the inputs of a job')
  const named = Array.isArray(inputs) ? Object.fromEntries(namedItems(inputs) ?? []) : inputs
  return { ...rest, inputs: isRecord(named) ? named : {} } as JobInputs
}

export async function getJobDefinition(core: OgcCore, jobID: string, settings: CallSettings): Promise<JobDefinition> {
  const reply = await core.request('GET /jobs/{jobID}/definition', settings, { path: { jobID } })
  return readRecord(received(reply, core), 'the definition of a job') as JobDefinition
}
