import { isClientError } from '@geoclients/client-core'
import type { ErrorCode } from '../errors/error-code.ts'

type ErrorText = string | ((error: Error) => string)

/** The texts for end users by error code, including codes of `@geoclients/cas-client`. `unknown` is for errors of other code. */
export type ErrorTexts = Readonly<Record<ErrorCode | 'geometry-failed' | 'unknown', ErrorText>>

const statusTexts: readonly (readonly [from: number, to: number, text: string])[] = [
  [401, 401, 'You are not logged in, or your login has expired.'],
  [403, 403, 'You are not allowed to do this.'],
  [404, 404, 'This does not exist, or no longer exists.'],
  [410, 410, 'This no longer exists.'],
  [429, 429, 'The service received too many requests. Wait a moment, then try again.'],
  [503, 503, 'The service is busy or being maintained. Try again later.'],
  [500, 599, 'The service has a problem. Try again later.'],
  [400, 499, 'The service does not accept this request.']
]

/** The English texts of `errorText`, as a basis for your own. */
export const errorTexts: ErrorTexts = {
  'invalid-argument': 'Some of the input is not valid.',
  network: 'The service cannot be reached. Check the connection, then try again.',
  timeout: 'The service takes too long to respond. Try again later.',
  aborted: 'This was cancelled.',
  closed: 'This was stopped because the page or program is closing.',
  auth: 'The login failed.',
  'http-status': (error) => {
    const status = (isClientError(error) && error.status) || 0
    return (
      statusTexts.find(([from, to]) => status >= from && status <= to)?.[2] ??
      'The service sent an unexpected response.'
    )
  },
  'media-type': 'The service sent a response that cannot be read. Its address may be wrong.',
  'malformed-body': 'The service sent a response that cannot be read.',
  'body-too-large': 'The response is too large.',
  'blocked-origin': 'The service refers to another server, which is not trusted.',
  'not-loaded': 'A part of this page could not be loaded. Reload the page, then try again.',
  config: 'The settings of this program are not valid.',
  'job-failed': 'The run failed.',
  'job-dismissed': 'The run was cancelled.',
  'job-not-started': 'The run was prepared, but has not been started.',
  'wait-timeout': 'The run has not finished yet. It continues; check again later.',
  'no-such-output': 'The run has no such result.',
  'geometry-failed': 'The service cannot process this location.',
  unknown: 'Something went wrong.'
}

/**
 * The text to show an end user: one or two plain sentences, chosen by the error's `code`. It contains no server message
 * and no secret. `texts` replaces some or all of them, for another language or style.
 *
 * @example
 * try {
 *   await ogc.run('primes_between', { inputs: { max_val: 'many' } })
 * } catch (error) {
 *   console.log(errorText(error)) // The service does not accept this request.
 * }
 */
export function errorText(error: unknown, texts: Partial<ErrorTexts> = {}): string {
  const code = isClientError(error) ? error.code : 'unknown'
  const known: Readonly<Record<string, ErrorText | undefined>> = { ...errorTexts, ...texts }
  const text = (Object.hasOwn(known, code) ? known[code] : undefined) ?? errorTexts.unknown
  return typeof text === 'string' ? text : text(error as Error)
}
