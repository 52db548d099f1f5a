import { parseLinkHeader } from '../utils/link-header.ts'
import { isRecord } from '../validation/arguments.ts'
import type { Received } from './parsed-response.ts'
import { withoutNulls } from './record.ts'

/** A link of a document (RFC 8288 as JSON). A contract's own type of links may have more members. */
export interface Link {
  readonly href: string
  readonly rel?: string
  readonly type?: string
  readonly hreflang?: string
  readonly title?: string
}

/** Maximum number of relations of a link, to limit the cost. */
const mostRelations = 20
/** A link with more members is returned only once, because each relation needs a copy. */
const mostMembers = 100

const pageTitle = /^ ?(next|prev)(?:ious)?(?: page)? ?$/i

/** The links of a document that have a target. A link with several relations becomes one link for each. */
export function readLinks(links: unknown): Link[] {
  if (!Array.isArray(links)) return []
  const read: Link[] = []
  for (const given of links) {
    const link = isRecord(given) ? withoutNulls(given) : undefined
    if (typeof link?.href !== 'string') continue
    const { rel } = link
    // Some servers put the relation of a page into the title.
    const named = rel === undefined ? pageTitle.exec(String(link.title)) : null
    if (named) read.push({ ...link, href: link.href, rel: (named[1] as string).toLowerCase() })
    else if (rel === undefined || typeof rel === 'string') read.push(link as unknown as Link)
    else {
      const most = Object.keys(link).length > mostMembers ? 1 : mostRelations
      for (const one of relationsOf(rel, most)) read.push({ ...link, href: link.href, rel: one })
    }
  }
  return read
}

function relationsOf(rel: unknown, most: number): string[] {
  return Array.isArray(rel) ? rel.filter((one) => typeof one === 'string').slice(0, most) : []
}

/** The page links of a list: those in the body, or if there are none, those in the `Link` header. */
export function pageLinks(links: unknown, { response }: Received): Link[] {
  const own = readLinks(links)
  const isPage = (rel: string | undefined): boolean => rel === 'next' || rel === 'prev'
  if (own.some(({ rel }) => isPage(rel))) return own
  const each = parseLinkHeader(response.headers.get('Link')).flatMap(({ rel = '', ...link }) =>
    rel.split(' ').map((one) => ({ ...link, rel: one }))
  )
  return [...own, ...each.filter(({ rel }) => isPage(rel))]
}
