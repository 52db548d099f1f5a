import { headerLinks, isRecord, type Received } from '@geoclients/client-core'
import type { Link } from '../generated/types.ts'
import { withoutNulls } from './record.ts'

/** The links of a document that have a target; one with several relations is a link for each. */
export function readLinks(links: unknown): Link[] {
  if (!Array.isArray(links)) return []
  return links.filter(isRecord).flatMap((link) => {
    const { href, rel, ...rest } = withoutNulls(link)
    if (typeof href !== 'string') return []
    if (rel === undefined) return [{ ...rest, href }]
    return [rel].flat().map((one): Link => ({ ...rest, href, rel: one as string }))
  })
}

/** The links of one page of a list; where its body links to no other page, those of the `Link` header that do count. */
export function pageLinks(links: unknown, { response }: Received): Link[] {
  const own = readLinks(links)
  const isPage = (rel: string | undefined): boolean => rel === 'next' || rel === 'prev'
  if (own.some(({ rel }) => isPage(rel))) return own
  const each = headerLinks(response).flatMap(({ rel = '', ...link }) =>
    rel.split(' ').map((one) => ({ ...link, rel: one }))
  )
  return [...own, ...each.filter(({ rel }) => isPage(rel))]
}
