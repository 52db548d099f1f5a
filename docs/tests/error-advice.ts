import type { ErrorCode as CasErrorCode } from '@geoclients/cas-client'
import type { ErrorCode as OgcErrorCode } from '@geoclients/ogc-client'

/** The additional fields of an error code, and what a program can tell its users. */
export interface Advice {
  /** Fields in addition to `code` and `message`. */
  readonly fields: readonly string[]
  readonly tell: string
}

const request = ['method', 'url', 'cause']
const answer = ['status', 'requestId', 'method', 'url']

/** A record, so that the compiler requires a row for each new code. */
export const advice: Readonly<Record<OgcErrorCode | CasErrorCode, Advice>> = {
  'invalid-argument': { fields: [], tell: 'nothing: this is a bug in the program, or a form that needs validation' },
  network: { fields: request, tell: 'The service cannot be reached. Check your connection and try again.' },
  timeout: { fields: ['method', 'url'], tell: 'The service took too long to answer. Try again later.' },
  aborted: { fields: ['cause', 'job (while a job is waited for)'], tell: 'nothing: the user cancelled' },
  closed: { fields: [], tell: 'nothing: the program closed the client itself' },
  auth: { fields: ['method', 'url', 'cause', 'status (after a 401)'], tell: 'Please log in again.' },
  'http-status': {
    fields: [...answer, 'retryAfter', 'apiError, exception (OGC)', 'errorType, detail (CAS)'],
    tell: '401, 403: You are not allowed to do this. 404: Not found. 429: Too many requests, try again later. 5xx: The service has a problem.'
  },
  'media-type': {
    fields: answer,
    tell: 'The service has a problem. (Often a login page or a gateway answered instead.)'
  },
  'malformed-body': { fields: answer, tell: 'The service sent an invalid answer. Report this to its operator.' },
  'body-too-large': {
    fields: ['method', 'url'],
    tell: 'The result is too large to show. Offer it as a download, with `stream()`.'
  },
  'blocked-origin': {
    fields: ['method', 'url'],
    tell: 'The address of the service is wrong. (The message names the right one if it is known.)'
  },
  'not-loaded': {
    fields: ['cause'],
    tell: 'This page is out of date. Reload it. (See [Web pages](web.md#bundles).)'
  },
  config: { fields: [], tell: 'the message itself: it names the file, the line, the key and what was expected' },
  'job-failed': {
    fields: ['job', 'apiError, exception (if the server sent them)'],
    tell: 'The calculation failed, with `error.job.info.message`.'
  },
  'job-dismissed': { fields: ['job'], tell: 'The calculation was cancelled.' },
  'job-not-started': { fields: ['job'], tell: 'The calculation is prepared. Start it first.' },
  'wait-timeout': {
    fields: ['job', 'cause (the last failed poll)'],
    tell: 'The calculation is still running. Come back later.'
  },
  'no-such-output': { fields: [], tell: 'nothing: this is a bug in the program' },
  'geometry-failed': { fields: [], tell: 'There is no result for this place.' }
}
