import { type ClientErrorInit, hidden } from '../errors/client-error.ts'
import type { Reply } from '../types/call.ts'
import { parseRetryAfter } from '../utils/retry-after.ts'
import { answered, preview } from './body.ts'

/** Makes the API's own error from what its server answered: the parsed body, or text where it was no JSON. */
export type DescribeFailure = (reply: Reply, body: unknown) => Error

/** What every `http-status` error tells; `reason` is what the API's own error body says of the cause. */
export function httpFailure(reply: Reply, body: unknown, reason: string | undefined, now: number): ClientErrorInit {
  const { statusText } = reply.response
  const why = reason ?? (typeof body === 'string' ? preview(body) : undefined)
  const init = answered(reply, statusText)
  return {
    ...init,
    code: 'http-status',
    message: `${init.message}${why ? `: ${why}` : ''}`,
    retryAfter: parseRetryAfter(reply.headers.get('Retry-After'), now)
  }
}

/** Attaches what an API's error says beyond the common fields; left out where it is undefined. */
export function attach<T extends object>(target: T, fields: Readonly<Record<string, unknown>>): T {
  for (const [key, value] of Object.entries(fields)) if (value !== undefined) hidden(target, key, value)
  return target
}
