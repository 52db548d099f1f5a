import { badParameter } from './exceptions.ts'

/** As many as a page of pygeoapi holds where it is not configured. */
const MAX_ITEMS = 10

/** `limit` of a list, or what is answered where it is none. */
export function readLimit(url: URL): number | Response {
  const text = url.searchParams.get('limit')
  if (text === null) return MAX_ITEMS
  const limit = Number(text)
  if (!Number.isInteger(limit)) return badParameter('limit value should be an integer')
  return limit > 0 ? Math.min(limit, MAX_ITEMS) : badParameter('limit value should be strictly positive')
}

/** Results are a page of HTML to everybody who does not ask for JSON by name. */
export function wantsJson(request: Request, url: URL): boolean {
  const format = url.searchParams.get('f')
  return format === null ? /\bapplication\/json\b/.test(request.headers.get('Accept') ?? '') : format === 'json'
}
