import type { ClientErrorInit } from '../errors/client-error.ts'
import type { Reply } from '../types/call.ts'
import { parseRetryAfter } from '../utils/retry-after.ts'
import { answered, preview } from './body.ts'

/** Makes the API's error from a response; `body` is parsed JSON, or text. */
export type DescribeFailure = (reply: Reply, body: unknown) => Error

/** The common fields of an `http-status` error; `reason` comes from the API's error body. */
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
