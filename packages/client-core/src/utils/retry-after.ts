import type { Clock } from './clock.ts'

/**
 * The pause of a `Retry-After` header in milliseconds, at least 0: whole seconds, or an HTTP date in the form that servers
 * must send (RFC 9110, 5.6.7 and 10.2.3). `undefined` for anything else, because `Date.parse` would read "5 minutes" or
 * "1.5" as a year.
 */
export function parseRetryAfter(header: string | null | undefined, now: number): number | undefined {
  const text = header?.trim()
  if (!text) return undefined
  if (/^\d{1,15}$/.test(text)) return Number(text) * 1000
  const date = new Date(text)
  // `toUTCString` writes exactly that form.
  return date.getTime() && date.toUTCString() === text ? Math.max(0, date.getTime() - now) : undefined
}

/** The pause that a response asks for, in milliseconds; undefined if it asks for none. */
export function retryAfterOf({ headers }: { readonly headers: Headers }, clock: Clock): number | undefined {
  const header = headers.get('Retry-After')
  return header ? parseRetryAfter(header, clock.now()) : undefined
}
