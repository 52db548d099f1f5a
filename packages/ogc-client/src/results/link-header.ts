import { type HeaderLink, parseLinkHeader, type Reply } from '@geoclients/client-core'
import type { NamedOutput, ResultsSource } from './context.ts'
import { withoutTwins } from './json/quirks/document.ts'
import { readReference } from './json/value.ts'
import { nameOutputs } from './output-ids.ts'

/** Relations between resources of the service. They are not output ids, unless the process describes such an output. */
const plumbing = new Set([
  ...[
    'self',
    'alternate',
    'canonical',
    'up',
    'collection',
    'item',
    'first',
    'last',
    'next',
    'prev',
    'current',
    'search'
  ],
  ...['describedby', 'profile', 'type', 'license', 'about', 'via', 'root', 'home', 'conformance', 'service'],
  ...[
    'service-desc',
    'service-doc',
    'service-meta',
    'process',
    'process-desc',
    'execute',
    'job',
    'job-list',
    'preview'
  ],
  ...['licence', 'terms-of-service', 'log'],
  // weaver's, of a job
  ...['monitor', 'status', 'inputs', 'outputs', 'logs', 'exceptions', 'statistics', 'provenance']
])

function isPlumbing(rel: string | undefined): boolean {
  return rel !== undefined && (plumbing.has(rel) || /^https?:\/\/www\.(?:opengis\.net\/def|w3\.org\/ns)\//.test(rel))
}

/** The links of a `Link` header that may lead to outputs, judged by their relations. */
export function outputLinks(response: Reply): HeaderLink[] {
  return withoutTwins(parseLinkHeader(response.headers.get('Link')).filter(({ rel }) => !isPlumbing(rel)))
}

/**
 * The links of a `Link` header that lead to outputs. If a relation is the id of a requested or described output, only such
 * links and links without relation are outputs. A single link is the only output, even if its relation is `alternate`
 * (fastprocesses).
 */
export async function linkedOutputs(source: ResultsSource): Promise<HeaderLink[]> {
  const all = parseLinkHeader(source.response.headers.get('Link'))
  if (all.length === 0) return []
  const ids = await source.outputIds()
  const known = all.filter(({ rel }) => rel !== undefined && ids.includes(rel))
  if (source.isNoneWanted) return known
  if (known.length > 0) {
    const others = known.length < ids.length ? all.filter(({ rel }) => !rel) : []
    return [...known, ...others]
  }
  const [only, other] = all
  if (only && !other && only.rel === 'alternate' && ids.length === 1) return [{ ...only, rel: ids[0] as string }]
  return outputLinks(source.response)
}

/** Reads raw references. The relation of a link is its output id, unless several links have it. */
export async function readLinkedOutputs(links: readonly HeaderLink[], source: ResultsSource): Promise<NamedOutput[]> {
  const rels = links.map(({ rel }) => rel || undefined)
  const isTold = !rels.includes(undefined) && new Set(rels).size === rels.length
  const names = nameOutputs(rels, isTold ? [] : await source.outputIds())
  return links.map((link, i) => [names[i] as string, readReference(link, source)])
}
