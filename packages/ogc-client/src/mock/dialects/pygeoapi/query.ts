import { badParameter } from './exceptions.ts'

/** pygeoapi's default page size. */
const MAX_ITEMS = 10

/** `limit` of a list, or the error response if it is invalid. */
export function readLimit(url: URL): number | Response {
  const text = url.searchParams.get('limit')
  if (text === null) return MAX_ITEMS
  const limit = Number(text)
  if (!Number.isInteger(limit)) return badParameter('limit value should be an integer')
  return limit > 0 ? Math.min(limit, MAX_ITEMS) : badParameter('limit value should be strictly positive')
}

/** Results are HTML, unless the request explicitly asks for JSON. */
export function wantsJson(request: Request, url: URL): boolean {
  const format = url.searchParams.get('f')
  return format === null ? /\bapplication\/json\b/.test(request.headers.get('Accept') ?? '') : format === 'json'
}
