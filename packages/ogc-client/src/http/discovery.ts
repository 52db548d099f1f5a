import {
  type CallSettings,
  checkMembers,
  iterateLinked,
  type OwnQuery,
  ownQuery,
  pageLimit,
  readConformance,
  readLandingPage
} from '@geoclients/client-core'
import { type OgcCore, received } from '../core/core.ts'
import { makeOgcError } from '../errors/ogc-error.ts'
import type {
  Capabilities,
  ConformanceDeclaration,
  Link,
  ProcessDescription,
  ProcessList,
  ProcessSummary
} from '../generated/types.ts'
import { readProcessDescription, readProcessList } from '../parse/documents.ts'

export interface ProcessQuery {
  /** Processes per page, 1 to 10 000. Default: the server's, which is 10 in the standard. */
  readonly limit?: number | undefined
  /** Query parameters that only your server has, such as SEPEX's `offset`. */
  readonly query?: OwnQuery | undefined
}

/** How many processes the standard lists on a page where nobody asks for more. */
const defaultPage = 10

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
  const reply = await core.request('GET /processes', settings, { query: processQuery(query) })
  return readProcessList(received(reply, core))
}

/** The processes of all pages. */
export function iterateProcesses(
  core: OgcCore,
  query: ProcessQuery,
  settings: () => CallSettings
): AsyncGenerator<ProcessSummary, void, undefined> {
  // If a link led to this page, the list has links, so a full page may be the last one.
  let isFirst = true
  return iterateLinked(core, settings, {
    operation: 'GET /processes',
    received: (reply) => received(reply, core),
    first: async (own) => received(await core.request('GET /processes', own, { query: processQuery(query) }), core),
    read: (page) => {
      const { processes, links } = readProcessList(page)
      if (isFirst) warnOfLostProcesses(core, processes.length, query.limit, links)
      isFirst = false
      return { items: processes, links }
    }
  })
}

function processQuery(query: ProcessQuery): { readonly limit?: number | undefined } {
  checkMembers('query', query, { limit: pageLimit, query: true }, makeOgcError, 'an object such as { limit: 10 }')
  return { ...ownQuery(query.query, ['limit'], makeOgcError), limit: query.limit }
}

/** pygeoapi cuts its list of processes and links to no other page: nobody else would tell. */
function warnOfLostProcesses(
  { warn }: OgcCore,
  count: number,
  limit: number | undefined,
  links: readonly Link[]
): void {
  if (count === 0 || count !== (limit ?? defaultPage) || links.some(({ rel }) => rel === 'next' || rel === 'prev'))
    return
  warn(
    'cut list',
    `the list of processes ends after ${count} without a link to a next page; if the server has more, pass a limit`
  )
}
