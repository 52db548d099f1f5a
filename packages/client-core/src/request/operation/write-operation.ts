import type { ErrorFactory } from '../../errors/client-error.ts'
import type { BodyMode, CallKind, CallSettings, HeaderMap, Outgoing } from '../../types/call.ts'
import { pathSerializer } from './path.ts'
import { writeQuery } from './query.ts'

/** The parts of an operation's request. */
export interface OperationParts {
  readonly path?: Readonly<Record<string, unknown>> | undefined
  readonly query?: object | undefined
  /** Headers with lower-case names. Headers of the call win. */
  readonly headers?: HeaderMap | undefined
  /** The body as text: JSON, unless a header says otherwise. */
  readonly body?: string | undefined
  readonly mode?: BodyMode | undefined
  readonly isSpared?: CallKind['isSpared']
}

/** Writes the request of an operation, as `'GET /things/{id}'`. */
export type WriteOperation = (
  operation: string,
  settings: CallSettings,
  parts?: OperationParts
) => { readonly request: Outgoing; readonly kind: CallKind }

/** How an operation is sent where that differs from the usual. */
export interface RequestRule {
  /** Whether it may be repeated: the contract's `x-safe`. Default: as its method lets expect. */
  readonly safe?: boolean | undefined
  /** Default: `application/json`. */
  readonly accept?: string | undefined
  /** What stands between the items of an array in the query, by the parameter's name. Default: the name is repeated. */
  readonly join?: Readonly<Record<string, string>> | undefined
}

export interface WriteOptions {
  readonly baseUrl: string
  readonly error: ErrorFactory
  readonly rules: Readonly<Record<string, RequestRule>>
  readonly slow?: ReadonlySet<string> | undefined
}

/** The media types that an operation is asked for. */
export const acceptOf = (rules: WriteOptions['rules'], operation: string): string =>
  rules[operation]?.accept ?? 'application/json'

/** Makes requests from the path templates of a contract. */
export function writeOperation({ baseUrl, error, rules, slow }: WriteOptions): WriteOperation {
  const writePath = pathSerializer(error)
  const search = (query: object, join: RequestRule['join']): string => {
    try {
      const text = writeQuery(query, join)
      return text && `?${text}`
    } catch (cause) {
      const message =
        'params.query may contain only numbers, booleans and well-formed strings, and flat lists and objects of these'
      throw error({ code: 'invalid-argument', message, cause })
    }
  }
  return (operation, settings, { path = {}, query, headers, body, mode = 'bytes', isSpared } = {}) => {
    const space = operation.indexOf(' ')
    const method = operation.slice(0, space)
    const { safe = isRepeatable(method), join } = rules[operation] ?? {}
    const accept = acceptOf(rules, operation)
    const type = body === undefined ? {} : { 'content-type': 'application/json' }
    const request = {
      url: baseUrl + writePath(operation.slice(space + 1), path) + (query ? search(query, join) : ''),
      method,
      headers: { accept, ...type, ...headers, ...settings.headers },
      body,
      isOwn: true,
      given: settings.headers
    }
    return { request, kind: { safe, slow: slow?.has(operation), body: mode, isSpared } }
  }
}

/** Whether a method lets expect that its request may be repeated. */
export function isRepeatable(method: string): boolean {
  return method === 'GET' || method === 'HEAD' || method === 'OPTIONS' || method === 'DELETE'
}
