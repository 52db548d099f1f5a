import type { ErrorFactory } from '../errors/client-error.ts'
import { redactUrl } from '../utils/redact-url.ts'
import { invalidArgument } from '../validation/arguments.ts'

/**
 * The URL of a service without its trailing slash; a base path is kept. In a browser, a path without host is resolved
 * against the page. Refused are protocols other than http(s), a query, a fragment, and a user or password, because they
 * would appear in logs.
 */
export function readBaseUrl(baseUrl: unknown, make: ErrorFactory): string {
  const expected =
    'an absolute http(s) URL without query, fragment, user or password, such as "https://example.com/ogc"'
  if (typeof baseUrl !== 'string' || baseUrl === '') throw invalidArgument(make, 'baseUrl', baseUrl, expected)
  let url: URL
  try {
    url = new URL(baseUrl, globalThis.location?.href)
  } catch {
    throw invalidArgument(make, 'baseUrl', redactUrl(baseUrl), expected)
  }
  if (!/^https?:$/.test(url.protocol) || url.username || url.password || url.search || url.hash) {
    throw invalidArgument(make, 'baseUrl', withoutSecrets(url), expected)
  }
  // Not `href`: it keeps a bare "?" or "#", after which every path would be part of the query or fragment.
  return url.origin + withoutSlashes(url.pathname)
}

/** A path without the slashes at its end. A pattern would take time that grows with the square of them. */
function withoutSlashes(path: string): string {
  let end = path.length
  while (path[end - 1] === '/') end--
  return path.slice(0, end)
}

function withoutSecrets({ protocol, username, password, host, pathname, search, hash }: URL): string {
  const slashes = host ? '//' : ''
  const user = username || password ? '***@' : ''
  return `${protocol}${slashes}${user}${host}${pathname}${search && '?***'}${hash && '#***'}`
}
