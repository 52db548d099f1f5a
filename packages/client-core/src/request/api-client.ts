import type { ErrorFactory } from '../errors/client-error.ts'
import type { Secrets } from '../redaction/secret-registry.ts'
import { mediaType, readErrorBody, readJson, textOf } from '../response/body.ts'
import type { ApiClient, ParseAs, RequestOptions } from '../types/api.ts'
import type { BodyMode, CallKind, CallSettings, HeaderMap, Outgoing, Reply } from '../types/call.ts'
import { invalidArgument, isRecord } from '../validation/arguments.ts'
import { checkHeaders } from '../validation/request-options.ts'
import { handOut, readResponse } from './hand-out.ts'
import { writeBody } from './json-body.ts'
import { pathSerializer } from './path.ts'
import { type Exchange, isRepeatable } from './pipeline.ts'
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
) => [Outgoing, CallSettings, CallKind]

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
    const [method = '', template = ''] = operation.split(' ')
    const { safe = isRepeatable(method), join } = rules[operation] ?? {}
    const accept = acceptOf(rules, operation)
    const type = body === undefined ? {} : { 'content-type': 'application/json' }
    const request = {
      url: baseUrl + writePath(template, path) + (query ? search(query, join) : ''),
      method,
      headers: { accept, ...type, ...headers, ...settings.headers },
      body,
      isOwn: true,
      given: settings.headers
    }
    return [request, settings, { safe, slow: slow?.has(operation), body: mode, isSpared }]
  }
}

export interface ApiClientOptions {
  readonly exchange: Exchange
  readonly settings: (options: RequestOptions) => CallSettings
  readonly write: WriteOperation
  readonly secrets: Secrets
  readonly error: ErrorFactory
}

interface AnyInit extends RequestOptions {
  readonly params?: Readonly<Record<string, unknown>>
  readonly body?: unknown
  readonly parseAs?: ParseAs
}

/** The typed path map of an API, sent through our pipeline. */
export function createApiClient<Paths>(options: ApiClientOptions): ApiClient<Paths> {
  const { exchange, settings, write, secrets, error } = options
  const method =
    (name: string) =>
    async (path: string, init: AnyInit = {}) => {
      // Anything else would be glued to the base URL, at worst to its host.
      if (typeof path !== 'string' || !path.startsWith('/')) {
        throw invalidArgument(error, 'path', path, 'a path of the contract, such as "/things/{id}"')
      }
      const call = settings(init)
      const { parseAs = 'json' } = init
      const params = readParams(init.params, error)
      // The parameters of the contract win over the headers of the call.
      const headers = { ...call.headers, ...params.headers }
      const body = init.body === undefined ? undefined : writeBody(init.body, headers['content-type'], error)
      const mode = parseAs === 'stream' ? parseAs : 'bytes'
      const own = { path: params.path, query: params.query, body, mode } as const
      const reply = await exchange(...write(`${name} ${path}`, { ...call, headers }, own))
      if (!reply.ok) return { error: readErrorBody(reply), response: readResponse(reply, secrets) }
      if (parseAs !== 'stream') return { data: parse(reply, parseAs, error), response: readResponse(reply, secrets) }
      const response = handOut(reply, secrets)
      return { data: response.body, response }
    }
  const methods = ['GET', 'PUT', 'POST', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS'].map((name) => [name, method(name)])
  return Object.freeze(Object.fromEntries(methods))
}

function parse(reply: Reply, parseAs: Exclude<ParseAs, 'stream'>, error: ErrorFactory): unknown {
  if (parseAs === 'json') return readJson(reply, error)
  if (parseAs === 'text') return textOf(reply)
  const { bytes } = reply
  return parseAs === 'blob' ? new Blob([bytes], { type: mediaType(reply) ?? '' }) : bytes.slice().buffer
}

/** The parameters of a path map call. Checks what the URL writers do not. */
function readParams(
  params: unknown,
  make: ErrorFactory
): { readonly path: Readonly<Record<string, unknown>>; readonly query?: object; readonly headers: HeaderMap } {
  if (params !== undefined && !isRecord(params)) throw invalidArgument(make, 'params', params, 'an object')
  const { path = {}, query, header = {} } = (params ?? {}) as Record<string, object | undefined>
  const given = Object.entries(header).filter(([, value]) => value != null)
  checkHeaders(Object.fromEntries(given), make)
  const headers = Object.fromEntries(given.map(([name, value]) => [name.toLowerCase(), String(value)]))
  return { path: path as Readonly<Record<string, unknown>>, ...(query && { query }), headers }
}
