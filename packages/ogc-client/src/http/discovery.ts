import {
  type CallSettings,
  checkMembers,
  type OwnQuery,
  ownQuery,
  pageLimit,
  type Reply,
  readConformance,
  readLandingPage
} from '@geoclients/client-core'
import { type OgcCore, received } from '../core/core.ts'
import { makeOgcError } from '../errors/ogc-error.ts'
import type { Capabilities, ConformanceDeclaration, ProcessDescription, ProcessList } from '../generated/types.ts'
import { readProcessDescription, readProcessList } from '../parse/documents.ts'

export interface ProcessQuery {
  /** Processes per page, 1 to 10 000. Default: the server's, which is 10 in the standard. */
  readonly limit?: number | undefined
  /** Query parameters that only your server has, such as SEPEX's `offset`. */
  readonly query?: OwnQuery | undefined
}

export async function getCapabilities(core: OgcCore, settings: CallSettings): Promise<Capabilities> {
  return readLandingPage(received(await core.request('GET /', settings), core))
}

export async function getConformance(core: OgcCore, settings: CallSettings): Promise<ConformanceDeclaration> {
  return readConformance(received(await core.request('GET /conformance', settings), core))
}

export async function getProcess(
  core: OgcCore,
  processId: string,
  settings: CallSettings
): Promise<ProcessDescription> {
  const reply = await core.request('GET /processes/{processID}', settings, { path: { processID: processId } })
  return readProcessDescription(received(reply, core))
}

export async function getProcesses(core: OgcCore, query: ProcessQuery, settings: CallSettings): Promise<ProcessList> {
  return readProcessList(received(await askProcesses(core, query, settings), core))
}

/** Asks for the first page. */
export async function askProcesses(core: OgcCore, query: ProcessQuery, settings: CallSettings): Promise<Reply> {
  checkMembers('query', query, { limit: pageLimit, query: true }, makeOgcError, 'an object such as { limit: 10 }')
  const { limit, query: given } = query
  const own = given !== undefined && ownQuery(given, ['limit'], makeOgcError)
  return core.request('GET /processes', settings, { query: { ...own, limit } })
}
