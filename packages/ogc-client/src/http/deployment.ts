import {
  type CallSettings,
  invalidArgument,
  isJson,
  isRecord,
  mediaType,
  type Reply,
  readJson,
  textOf,
  writeJson
} from '@geoclients/client-core'
import type { OgcCore } from '../core/core.ts'
import type { ApplicationPackage, CwlDocument, ProcessSummary } from '../generated/types.ts'
import { readConfirmation } from '../parse/confirmation.ts'
import { readSummary } from '../parse/documents.ts'
import { idAfter } from '../parse/quirks/job.ts'
import type { Descriptions } from './description-cache.ts'

/** The package of a process (Part 2): an application package, or a CWL document as JSON or as text. */
export type ProcessPackage = ApplicationPackage | CwlDocument | string

export interface DeployQuery {
  /** Id of the workflow, if a CWL document contains several. Default: the first. */
  readonly workflow?: string | undefined
}

/** The result of a deployment. */
export interface DeployedProcess {
  /** Undefined if the server has named none. */
  readonly processID: string | undefined
  /** Whether the server deploys it later (202). Until then it cannot be found. */
  readonly isQueued: boolean
  /** The server's summary of the process. */
  readonly process: ProcessSummary | undefined
}

/** The parts of the client that a deployment needs. */
interface Deploying {
  readonly core: OgcCore
  readonly descriptions: Descriptions
}

/** Deploys a process, or replaces the one with `processID` and drops its cached description. */
export async function deploy(
  { core, descriptions }: Deploying,
  given: ProcessPackage,
  query: DeployQuery | undefined,
  settings: CallSettings,
  processID?: string
): Promise<DeployedProcess> {
  const type = typeOf(given, core)
  const reply = await core.request(
    processID === undefined ? 'POST /processes' : 'PUT /processes/{processID}',
    settings,
    {
      ...(processID !== undefined && { path: { processID } }),
      ...(query?.workflow !== undefined && { query: { w: query.workflow } }),
      headers: { 'content-type': type },
      body: typeof given === 'string' ? given : await writeJson(given, core, settings)
    }
  )
  const process = summaryOf(reply, core)
  if (processID !== undefined) await descriptions.forget(processID, settings)
  return {
    processID: process?.id ?? idAfter('processes', reply.headers.get('Location')) ?? processID,
    isQueued: reply.status === 202,
    process
  }
}

export async function undeploy(
  { core, descriptions }: Deploying,
  processID: string,
  settings: CallSettings
): Promise<void> {
  readConfirmation(await core.request('DELETE /processes/{processID}', settings, { path: { processID } }), core)
  await descriptions.forget(processID, settings)
}

/** The package of a process. JSON is parsed, anything else is text. */
export async function getPackage(core: OgcCore, processID: string, settings: CallSettings): Promise<ProcessPackage> {
  const reply = await core.request('GET /processes/{processID}/package', settings, { path: { processID } })
  const type = mediaType(reply)
  // An HTML page is not a package. Reading it as JSON gives the right error.
  const isText = !isJson(type) && type !== 'text/html'
  return isText ? textOf(reply, core.error) : (readJson(reply, core.error) as ApplicationPackage | CwlDocument)
}

/** The media type of a package. A `Content-Type` of the call wins. */
function typeOf(given: unknown, { error }: OgcCore): string {
  if (typeof given === 'string' && given.trim() !== '') return 'application/cwl'
  if (isRecord(given) && 'executionUnit' in given) return 'application/ogcapppkg+json'
  if (isRecord(given) && 'cwlVersion' in given) return 'application/cwl+json'
  throw invalidArgument(
    error,
    'package',
    given,
    'an object with executionUnit or cwlVersion, or the text of a CWL document'
  )
}

/** The summary in a response. weaver nests it in another object. */
function summaryOf(reply: Reply, core: OgcCore): ProcessSummary | undefined {
  const body = readConfirmation(reply, core)
  return readSummary(isRecord(body) && isRecord(body.processSummary) ? body.processSummary : body)
}
