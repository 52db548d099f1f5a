import { json, type RouterErrors } from '@geoclients/mock-core'

const OGC = 'http://www.opengis.net/def/exceptions/ogcapi-processes-1/1.0/'
const EOZILLA = 'https://eo-tools.github.io/eozilla/problems#'

const types = {
  'no-such-process': `${OGC}no-such-process`,
  'no-such-job': `${OGC}no-such-job`,
  'result-not-ready': `${OGC}result-not-ready`,
  'bad-request': `${EOZILLA}bad-request`,
  forbidden: `${EOZILLA}forbidden`
}

const titles: Readonly<Record<number, string>> = { 400: 'Bad Request', 403: 'Forbidden', 404: 'Not Found' }

/** An error of the service: problem details with another media type. */
export class ServiceError extends Error {
  override readonly name = 'ServiceError'
  readonly status: number
  readonly type: string

  constructor(status: number, type: keyof typeof types, detail: string) {
    super(detail)
    this.status = status
    this.type = types[type]
  }

  toResponse(): Response {
    const { status, type, message: detail } = this
    const traceback = status === 400 ? { traceback: toTraceback(detail) } : {}
    return json({ type, title: titles[status] ?? 'Error', status, detail, ...traceback }, { status })
  }
}

/** A validation error of the framework, with the location and reason. */
export class UnprocessableError extends Error {
  override readonly name = 'UnprocessableError'
  readonly place: readonly (string | number)[]

  constructor(place: readonly (string | number)[], message: string) {
    super(message)
    this.place = place
  }

  toResponse(): Response {
    return json({ detail: [{ type: 'value_error', loc: this.place, msg: this.message }] }, { status: 422 })
  }
}

/** The lines of a Python traceback. */
export function toTraceback(message: string): string[] {
  return ['Traceback (most recent call last):\n', `RuntimeError: ${message}\n`]
}

export const errors: RouterErrors = {
  notFound: () => json({ detail: 'Not Found' }, { status: 404 }),
  methodNotAllowed: () => json({ detail: 'Method Not Allowed' }, { status: 405 }),
  failed: (error) =>
    error instanceof ServiceError || error instanceof UnprocessableError ? error.toResponse() : undefined
}
