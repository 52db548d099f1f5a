import type { ErrorFactory } from '../errors/client-error.ts'
import { requestError } from '../errors/request-error.ts'
import type { Reply } from '../types/call.ts'
import { isRecord, show } from '../validation/arguments.ts'
import { answered, readJson } from './body.ts'

/** A parsed body with its response. */
export interface Received {
  readonly body: unknown
  readonly response: Reply
  readonly error: ErrorFactory
  /** Receives warnings about the response. */
  readonly warn?: (message: string) => void
}

/** An answer with the JSON of its body, for the readers. */
export function received(response: Reply, error: ErrorFactory): Received {
  return { body: readJson(response, error), response, error }
}

/** The error for a response that lacks something required. */
export function malformed({ response, error }: Omit<Received, 'body'>, expected: string, got: unknown): Error {
  const init = answered(response, '')
  const message = `${init.message}, but the body is not ${expected}: got ${show(got)}`
  return error({ ...init, code: 'malformed-body', message })
}

/** The error for a body that must be read completely but is too long; `what` names the part of the response. */
export function bodyTooLarge({ response, error }: Omit<Received, 'body'>, what: string, maxBytes: number): Error {
  return requestError(error, 'body-too-large', response, `: ${what} is longer than ${maxBytes} bytes`)
}

/** The body as an object, or a `malformed-body` error. */
export function expectRecord(received: Received, expected: string): Readonly<Record<string, unknown>> {
  if (!isRecord(received.body)) throw malformed(received, expected, received.body)
  return received.body
}
