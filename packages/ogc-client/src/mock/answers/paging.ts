import type { Link } from '../../generated/types.ts'
import { badRequest } from './problems.ts'

const DEFAULT_LIMIT = 10
const MAX_LIMIT = 10_000

/** One page of a list, with links to itself and its neighbours. */
export interface Page<T> {
  readonly items: T[]
  readonly links: Link[]
}

/**
 * The page for `limit` and `offset` of the URL. `offset` is specific to this mock: clients should follow `next` and `prev`.
 * @throws Problem 400 if one of them is invalid
 */
export function toPage<T>(all: readonly T[], url: URL): Page<T> {
  const limit = readInteger(url, 'limit', 1, MAX_LIMIT) ?? DEFAULT_LIMIT
  const offset = readInteger(url, 'offset', 0, Number.MAX_SAFE_INTEGER) ?? 0
  const to = (rel: string, start: number): Link => ({
    rel,
    href: withPage(url, limit, start),
    type: 'application/json'
  })
  const links: Link[] = [{ rel: 'self', href: url.href, type: 'application/json' }]
  if (offset + limit < all.length) links.push(to('next', offset + limit))
  if (offset > 0) links.push(to('prev', Math.max(0, offset - limit)))
  return { items: all.slice(offset, offset + limit), links }
}

/** @throws Problem 400 unless the parameter is missing or an integer within the limits */
export function readInteger(url: URL, name: string, minimum: number, maximum: number): number | undefined {
  const text = url.searchParams.get(name)
  if (text === null) return undefined
  const value = Number(text)
  if (!/^\d+$/.test(text) || value < minimum || value > maximum) {
    const range = maximum === Number.MAX_SAFE_INTEGER ? `of at least ${minimum}` : `from ${minimum} to ${maximum}`
    throw badRequest(`Parameter '${name}' is '${text}'. Expected: an integer ${range}.`)
  }
  return value
}

function withPage(url: URL, limit: number, offset: number): string {
  const page = new URL(url)
  page.searchParams.set('limit', String(limit))
  if (offset === 0) page.searchParams.delete('offset')
  else page.searchParams.set('offset', String(offset))
  return page.href
}
