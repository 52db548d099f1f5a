import { createFinalURL, createQuerySerializer, mergeHeaders, type QuerySerializerOptions } from 'openapi-fetch'
import type { ErrorFactory } from '../errors/client-error.ts'
import { guardParse, readErrorBody, readJson } from '../response/body.ts'
import type { ApiClient, ParseAs, RequestOptions } from '../types/api.ts'
import type { Send } from '../types/call.ts'
import { invalidArgument, isRecord } from '../validation/arguments.ts'
import { checkHeaders, checkRequestOptions } from '../validation/request-options.ts'
import { writeBody } from './json-body.ts'
import { pathSerializer } from './path.ts'

/** OpenAPI's `style` and `explode` for the arrays and objects of an API's queries. */
export interface QueryStyle {
  readonly array?: { readonly style: 'form' | 'spaceDelimited' | 'pipeDelimited'; readonly explode: boolean }
  readonly object?: { readonly style: 'form' | 'deepObject'; readonly explode: boolean }
}

export interface ApiClientOptions {
  readonly baseUrl: string
  readonly send: Send
  readonly error: ErrorFactory
  /** For each operation, as `'GET /processes'`, whether it may be repeated: the contract's `x-safe`. */
  readonly safe: Readonly<Record<string, boolean>>
  /** Operations, named likewise, that may take long: one try of them is not given up before the call is. */
  readonly slow?: ReadonlySet<string> | undefined
  /** How the API writes arrays and objects in a query. */
  readonly query?: QueryStyle | undefined
}

interface AnyInit extends RequestOptions {
  readonly params?: Readonly<Record<string, unknown>>
  readonly body?: unknown
  readonly parseAs?: ParseAs
}

/** The typed path map of an API, sent through our pipeline. The only place that knows openapi-fetch. */
export function createApiClient<Paths>(options: ApiClientOptions): ApiClient<Paths> {
  const { baseUrl, send, error, safe, slow, query = {} } = options
  const writeUrl = { baseUrl, querySerializer: querySerializer(query, error), pathSerializer: pathSerializer(error) }

  const method =
    (name: string) =>
    async (path: string, init: AnyInit = {}) => {
      // Anything else would be glued to the base URL, at worst to its host.
      if (typeof path !== 'string' || !path.startsWith('/')) {
        throw invalidArgument(error, 'path', path, 'a path of the contract, such as "/jobs/{jobID}"')
      }
      checkRequestOptions(init, error)
      const { signal, timeout, retry, parseAs = 'json' } = init
      const params = readParams(init.params, error)
      const url = createFinalURL(path, { ...writeUrl, params })
      const json = { 'Content-Type': 'application/json' }
      const headers = mergeHeaders(
        { Accept: 'application/json', ...(init.body !== undefined && json) },
        init.headers,
        params.header
      )
      const body = init.body !== undefined && { body: writeBody(init.body, headers.get('Content-Type'), error) }
      const operation = `${name} ${path}`
      const context = {
        timeout,
        retry,
        stream: parseAs === 'open' ? parseAs : parseAs === 'stream',
        safe: safe[operation],
        slow: slow?.has(operation)
      }
      const response = await send(url, { method: name, headers, ...body, signal: signal ?? null, context })
      return response.ok
        ? { data: await guardParse(() => read(response, parseAs, error), error), response }
        : { error: await readErrorBody(response), response }
    }
  const methods = ['GET', 'PUT', 'POST', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS'].map((name) => [name, method(name)])
  return Object.freeze(Object.fromEntries(methods))
}

function read(response: Response, parseAs: ParseAs, error: ErrorFactory): Promise<unknown> {
  if (parseAs === 'json') return readJson(response, error)
  if (parseAs === 'response' || parseAs === 'open') return Promise.resolve(undefined)
  return parseAs === 'stream' ? Promise.resolve(response.body) : response[parseAs]()
}

interface Params {
  readonly path: Record<string, unknown>
  readonly query?: Record<string, unknown>
  readonly header?: Record<string, string>
}

/** The parameters as openapi-fetch takes them: with `path`, without which it would send a template as it stands. */
function readParams(params: unknown, make: ErrorFactory): Params {
  if (params !== undefined && !isRecord(params)) throw invalidArgument(make, 'params', params, 'an object')
  const header = Object.entries(params?.header ?? {}).filter(([, value]) => value != null)
  checkHeaders(Object.fromEntries(header), make)
  return { ...params, path: params?.path ?? {} } as Params // its members are checked as they are written
}

function querySerializer(options: QuerySerializerOptions, make: ErrorFactory): (query: unknown) => string {
  const write = createQuerySerializer(options)
  return (query) => {
    try {
      return write(query)
    } catch (cause) {
      const message =
        'params.query must hold numbers, booleans and well-formed texts, or flat lists and objects of them'
      throw make({ code: 'invalid-argument', message, cause })
    }
  }
}
