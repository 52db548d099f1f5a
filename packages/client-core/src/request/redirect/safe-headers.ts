import type { CredentialsMode, HeaderMap } from '../../types/call.ts'

/** The headers that may go to any origin: none of them identifies anybody. */
const harmless = /* @__PURE__ */ new Set([
  'accept',
  'accept-language',
  'content-language',
  'content-type',
  'if-range',
  'prefer',
  'range'
])

export function isHarmless(name: string): boolean {
  return harmless.has(name.toLowerCase())
}

/** Those of the headers that may go to any origin. */
export function harmlessOf(headers: HeaderMap): HeaderMap {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => isHarmless(name)))
}

/** How a platform is told to send no cookies. Cloudflare's workers have none, and refuse the field. */
export function withoutCookies(): CredentialsMode | undefined {
  return 'credentials' in Request.prototype ? 'omit' : undefined
}
