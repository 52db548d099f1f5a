import { type HeaderLink, parseLinkHeader, type Reply } from '@geoclients/client-core'
import type { NamedOutput, ResultsSource } from './context.ts'
import { withoutTwins } from './json/quirks.ts'
import { readReference } from './json/value.ts'
import { nameOutputs } from './output-ids.ts'

const plumbing = new Set([
  ...['self', 'alternate', 'monitor', 'status', 'up', 'collection', 'describedby', 'service-desc', 'profile'],
  'http://www.opengis.net/def/rel/ogc/1.0/results'
])

/** The links of a `Link` header that lead to outputs. */
export function outputLinks(response: Reply): HeaderLink[] {
  return withoutTwins(parseLinkHeader(response.headers.get('Link')).filter(({ rel }) => !rel || !plumbing.has(rel)))
}

/** Raw references, each a link whose relation is its id; a relation that several have names none of them. */
export async function readLinkedOutputs(links: readonly HeaderLink[], source: ResultsSource): Promise<NamedOutput[]> {
  const rels = links.map(({ rel }) => rel || undefined)
  const isTold = !rels.includes(undefined) && new Set(rels).size === rels.length
  const names = nameOutputs(rels, isTold ? [] : await source.outputIds())
  return links.map((link, i) => [names[i] as string, readReference(link, source)])
}
