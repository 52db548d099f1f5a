import type { AnyErrorCode } from './error-code.ts'

const brand: symbol = /* @__PURE__ */ Symbol.for('@geoclients/client-error')

/** The fields of a new `ClientError`; `url` must already be redacted. */
export interface ClientErrorInit {
  readonly code: AnyErrorCode
  readonly message: string
  readonly cause?: unknown
  readonly status?: number | undefined
  readonly requestId?: string | undefined
  readonly method?: string | undefined
  readonly url?: string | undefined
  readonly retryAfter?: number | undefined
}

/** Makes a client's subclass of `ClientError` from the fields that client-core reports. */
export type ErrorFactory = (init: ClientErrorInit) => ClientError

/**
 * The only kind of error that these clients reject with. Branch on `code`. Use `isClientError` if two copies of the package
 * may be loaded. The error contains no request, options or headers, so it is safe to print and store. Its message may quote
 * the server.
 *
 * @example
 * try {
 *   await ogc.getProcess('ndvi')
 * } catch (error) {
 *   if (isClientError(error) && error.code === 'http-status' && error.status === 404) console.log('no such process')
 *   else throw error
 * }
 */
export class ClientError extends Error {
  /** The reason. The error class of a client narrows it to a closed union. */
  readonly code: AnyErrorCode
  /** HTTP status of the response, if there was one. */
  declare readonly status?: number
  /** The server's `X-Request-ID`, if it sent one. */
  declare readonly requestId?: string
  /** Method of the request, if there was one. */
  declare readonly method?: string
  /** URL of the request without user, password, fragment and the values of query parameters that may be secret. */
  declare readonly url?: string
  /** Milliseconds that the server asked to wait (`Retry-After`). */
  declare readonly retryAfter?: number

  constructor(init: ClientErrorInit) {
    super(init.message, 'cause' in init ? { cause: init.cause } : undefined)
    this.code = init.code
    hidden(this, 'name', init.code === 'aborted' ? 'AbortError' : 'ClientError')
    hidden(this, brand, true)
    hidden(this, Symbol.for('nodejs.util.inspect.custom'), inspect)
    Object.assign(this, told(init))
  }

  /** The fields that are safe to log or store. */
  toJSON(): {
    name: string
    code: AnyErrorCode
    message: string
    status?: number
    requestId?: string
    method?: string
    url?: string
    retryAfter?: number
  } {
    const { name, code, message } = this
    return { name, code, message, ...told(this) }
  }
}

/** The fields about the request that are set. */
function told(
  of: ClientErrorInit
): Partial<Pick<ClientError, 'status' | 'requestId' | 'method' | 'url' | 'retryAfter'>> {
  const names = ['status', 'requestId', 'method', 'url', 'retryAfter'] as const
  return Object.fromEntries(names.map((name) => [name, of[name]]).filter(([, value]) => value !== undefined))
}

/** Defines a property that spreading, `JSON.stringify` and printing omit. */
export function hidden(target: object, key: PropertyKey, value: unknown): void {
  Object.defineProperty(target, key, {
    value,
    enumerable: false,
    configurable: true,
    writable: true
  })
}

/** Adds the fields of an API's error that are defined. */
export function attach<T extends object>(target: T, fields: Readonly<Record<string, unknown>>): T {
  for (const [key, value] of Object.entries(fields)) if (value !== undefined) hidden(target, key, value)
  return target
}

/**
 * Makes an error one of a client's own class: with the name of that class, unless it is an abort, with the `brand` that tells it
 * apart across copies of the package, and with what it says beyond the common fields.
 */
export function nameError(
  error: ClientError,
  name: string,
  brand: symbol,
  fields: Readonly<Record<string, unknown>> = {}
): void {
  if (error.code !== 'aborted') hidden(error, 'name', name)
  hidden(error, brand, true)
  attach(error, fields)
}

/** Node's `util.inspect` and `console.log` show the stack and the safe fields, whatever `showHidden` says. */
function inspect(this: ClientError): string {
  const { name: _name, message: _message, ...fields } = this.toJSON()
  return `${this.stack ?? `${this.name}: ${this.message}`} ${JSON.stringify(fields)}`
}

/** Whether `value` is a `ClientError`, even if another copy of this package made it. */
export function isClientError(value: unknown): value is ClientError {
  return typeof value === 'object' && value !== null && brand in value
}
