import { longestQuery } from '../../utils/redact-url.ts'

type Query = Readonly<Record<string, string>> | undefined

/** `url` with these members in its query, in place of others of the same names; the rest stays as it is written. */
export function withQuery(url: string, query: Query): string {
  if (!query) return url
  const target = new URL(withoutQuery(url, query))
  const added = Object.entries(query).map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
  target.search = [target.search.slice(1), ...added].filter(Boolean).join('&')
  return target.href
}

/** `url` without the members of those names; as it is where it has none. */
export function withoutQuery(url: string, query: Query): string {
  const target = new URL(url)
  if (target.search.length > longestQuery) return url
  const names = Object.keys(query ?? {}).filter((name) => target.searchParams.has(name))
  for (const name of names) target.searchParams.delete(name)
  return names.length > 0 ? target.href : url
}
