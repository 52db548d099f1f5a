import { json } from '@geoclients/mock-core'
import type { ApiError } from '../../generated/types.ts'

/** The URI of a standard's exception from its short name. Version 2.0 of Part 1 keeps the base URI of 1.0. */
export const exceptionOf = (part: 1 | 2 | 4, name: string): string =>
  `http://www.opengis.net/def/exceptions/ogcapi-processes-${part}/1.0/${name}`

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  406: 'Not Acceptable',
  409: 'Conflict',
  410: 'Gone',
  415: 'Unsupported Media Type',
  416: 'Range Not Satisfiable',
  422: 'Unprocessable Content',
  423: 'Locked',
  500: 'Internal Server Error'
}

/** An error response. Routes throw it, and the router sends it as `application/problem+json`. */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly status: number
  readonly type: string
  constructor(status: number, detail: string, type: string = 'about:blank') {
    super(detail)
    this.status = status
    this.type = type
  }

  /** The response, with optional headers. */
  toResponse(request: Request, headers?: HeadersInit): Response {
    const { status, type, message: detail } = this
    const instance = new URL(request.url).pathname
    const body: ApiError = { type, title: TITLES[status] ?? 'Error', status, detail, instance }
    const all = new Headers(headers)
    all.set('Content-Type', 'application/problem+json')
    return json(body, { status, headers: all })
  }
}

export const badRequest = (detail: string): Problem => new Problem(400, detail)

export const noSuchProcess = (id: string): Problem =>
  new Problem(404, `There is no process '${id}'.`, exceptionOf(1, 'no-such-process'))

export const noSuchJob = (id: string): Problem =>
  new Problem(404, `There is no job '${id}'.`, exceptionOf(1, 'no-such-job'))

export const resultNotReady = (id: string, status: string): Problem =>
  new Problem(404, `Job '${id}' is ${status}: it has no results yet.`, exceptionOf(1, 'result-not-ready'))

/** The standard does not define this case. It is not result-not-ready, because waiting would not help. */
export const dismissed = (id: string): Problem => new Problem(410, `Job '${id}' was dismissed: it has no results.`)

export const notAcceptable = (offered: string): Problem => new Problem(406, `Only ${offered} can be sent.`)
