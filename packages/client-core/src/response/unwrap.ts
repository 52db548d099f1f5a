import { type ClientErrorInit, hidden } from '../errors/client-error.ts'
import { parseRetryAfter } from '../utils/retry-after.ts'
import { preview, requestId } from './body.ts'
import { callOf, nameOfCall } from './request-info.ts'

/** What a call of the path map resolves with, whatever its types. */
export interface ApiResult {
  readonly error?: unknown
  readonly response: Response
}

/** Makes the API's own error from what its server answered: the parsed body, or text where it was no JSON. */
export type DescribeFailure = (response: Response, body: unknown) => Error

/** The one place where a response becomes an answer or an error: the 2xx response with its body unread, or a rejection. */
export async function unwrap(call: Promise<ApiResult>, describe: DescribeFailure): Promise<Response> {
  const { response, error } = await call
  if (response.ok) return response
  throw describe(response, error)
}

/** What every `http-status` error tells; `reason` is what the API's own error body says of the cause. */
export function httpFailure(
  response: Response,
  body: unknown,
  reason: string | undefined,
  now: number
): ClientErrorInit {
  const status = `${response.status}${response.statusText ? ` ${response.statusText}` : ''}`
  const why = reason ?? (typeof body === 'string' ? preview(body) : undefined)
  return {
    code: 'http-status',
    message: `${nameOfCall(response)} was answered with ${status}${why ? `: ${why}` : ''}`,
    status: response.status,
    retryAfter: parseRetryAfter(response.headers.get('Retry-After'), now),
    ...requestId(response),
    ...callOf(response)
  }
}

/** Attaches what an API's error says beyond the common fields; left out where it is undefined. */
export function attach<T extends object>(target: T, fields: Readonly<Record<string, unknown>>): T {
  for (const [key, value] of Object.entries(fields)) if (value !== undefined) hidden(target, key, value)
  return target
}
