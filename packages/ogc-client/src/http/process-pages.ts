import { type CallSettings, iterateLinked } from '@geoclients/client-core'
import { type OgcCore, received } from '../core/core.ts'
import type { Link, ProcessSummary } from '../generated/types.ts'
import { readProcessList } from '../parse/documents.ts'
import { askProcesses, type ProcessQuery } from './discovery.ts'

/** How many processes the standard lists on a page where nobody asks for more. */
const defaultPage = 10

/** The processes of all pages. */
export function iterateProcesses(
  core: OgcCore,
  query: ProcessQuery,
  settings: CallSettings
): AsyncGenerator<ProcessSummary, undefined, undefined> {
  // A page that a link led to belongs to a list that has links: its last page may be full.
  let isFirst = true
  return iterateLinked(core, () => settings, {
    ...{ operation: 'GET /processes', entries: 'processes' },
    received: (reply) => received(reply, core),
    first: async (own) => received(await askProcesses(core, query, own), core),
    read: (page, sent) => {
      const { processes, links } = readProcessList(page)
      if (isFirst) warnOfLostProcesses(core, sent.length, query.limit, links)
      isFirst = false
      return { items: processes, links }
    }
  })
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
