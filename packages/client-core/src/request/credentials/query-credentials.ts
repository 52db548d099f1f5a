import { longestQuery } from '../../utils/redact-url.ts'

type Query = Readonly<Record<string, string>> | undefined

/** `url` with these query parameters, which replace those of the same names. The rest of the URL is unchanged. */
export function withQuery(url: string, query: Query): string {
  if (!query) return url
  const target = new URL(withoutQuery(url, query))
  const added = Object.entries(query).map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
  target.search = [target.search.slice(1), ...added].filter(Boolean).join('&')
  return target.href
}

/** `url` without the query parameters of those names; unchanged if it has none. */
export function withoutQuery(url: string, query: Query): string {
  const target = new URL(url)
  if (target.search.length > longestQuery) return url
  const names = Object.keys(query ?? {}).filter((name) => target.searchParams.has(name))
  for (const name of names) target.searchParams.delete(name)
  return names.length > 0 ? target.href : url
}
