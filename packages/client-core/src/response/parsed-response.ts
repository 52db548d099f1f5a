import type { ErrorFactory } from '../errors/client-error.ts'
import { isRecord, show } from '../validation/arguments.ts'
import { readJson, requestId } from './body.ts'
import { callOf, nameOfCall } from './request-info.ts'
import { type ApiResult, type DescribeFailure, unwrap } from './unwrap.ts'

/** A parsed body with the response it came in. */
export interface Received {
  readonly body: unknown
  readonly response: Response
  readonly error: ErrorFactory
  /** Takes what is odd about the answer and no failure. */
  readonly warn?: (message: string) => void
}

/** Waits for a call and parses its body; rejects as the API describes its failures. */
export async function receive(
  call: Promise<ApiResult>,
  describe: DescribeFailure,
  error: ErrorFactory
): Promise<Received> {
  const response = await unwrap(call, describe)
  return { body: await readJson(response, error), response, error }
}

/** The error for an answer that lacks what it must have. */
export function malformed({ response, error }: Omit<Received, 'body'>, expected: string, got: unknown): Error {
  const message = `${nameOfCall(response)} was answered with ${response.status}, but not with ${expected}: got ${show(got)}`
  return error({
    code: 'malformed-body',
    message,
    status: response.status,
    ...requestId(response),
    ...callOf(response)
  })
}

/** The error for a body that had to be read whole and is longer than it may be; `what` of the answer it is. */
export function bodyTooLarge({ response, error }: Omit<Received, 'body'>, what: string, maxBytes: number): Error {
  const call = callOf(response)
  const about = call ? `${call.method} ${call.url}: ` : ''
  return error({ code: 'body-too-large', message: `${about}${what} is longer than ${maxBytes} bytes`, ...call })
}

/** The body as an object, or a `malformed-body` error. */
export function expectRecord(received: Received, expected: string): Readonly<Record<string, unknown>> {
  if (!isRecord(received.body)) throw malformed(received, expected, received.body)
  return received.body
}
