import type { CredentialsMode, HeaderMap } from '../../types/call.ts'

/** Headers that may go to any origin, because none identifies a user. */
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

/** The headers that may go to any origin. */
export function harmlessOf(headers: HeaderMap): HeaderMap {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => isHarmless(name)))
}

/** The `credentials` value that sends no cookies. Cloudflare Workers have no cookies, and refuse the field. */
export function withoutCookies(): CredentialsMode | undefined {
  return 'credentials' in Request.prototype ? 'omit' : undefined
}
