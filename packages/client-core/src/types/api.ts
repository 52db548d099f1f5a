import type { RetryOptions } from './call.ts'

/** The options of every call. Durations are milliseconds. */
export interface RequestOptions {
  /** Aborts the call. It rejects with code `aborted` and name `AbortError`; `cause` is `signal.reason`. */
  readonly signal?: AbortSignal | undefined
  /** Time limit of the whole call, including attempts, pauses and a buffered body. Default: the client's. */
  readonly timeout?: number | undefined
  /** How the call is retried; `false` for a single attempt. Default: the client's. */
  readonly retry?: RetryOptions | false | undefined
  /** Headers of this call; they win over the client's. */
  readonly headers?: Readonly<Record<string, string>> | undefined
}

type HttpMethod = 'get' | 'put' | 'post' | 'delete' | 'options' | 'head' | 'patch' | 'trace'

/**
 * How a body is returned: read and parsed, or with `stream` unread. A stream has a time limit only for each pause between two
 * chunks, and fails with a `ClientError`.
 */
export type ParseAs = 'json' | 'text' | 'blob' | 'arrayBuffer' | 'stream'

type PathsWith<Paths, Method extends HttpMethod> = {
  [Path in keyof Paths]: Paths[Path] extends { [M in Method]: infer Operation }
    ? [Operation] extends [never | undefined]
      ? never
      : Path
    : never
}[keyof Paths] &
  string

type OperationOf<Paths, Path extends keyof Paths, Method extends HttpMethod> = Paths[Path] extends {
  [M in Method]: infer Operation
}
  ? Operation
  : never

type RequiredKeys<T> = {
  [K in keyof T]-?: Record<never, never> extends Pick<T, K> ? never : K
}[keyof T]
type OptionalIf<Condition extends boolean, Key extends string, Value> = Condition extends true
  ? { readonly [K in Key]?: Value | undefined }
  : { readonly [K in Key]: Value }

type Parameters<Operation> = Operation extends { parameters: infer P }
  ? { [K in keyof P as [P[K]] extends [undefined] ? never : K]: P[K] }
  : Record<never, never>
type ParamsInit<Operation> = keyof Parameters<Operation> extends never
  ? Record<never, never>
  : OptionalIf<[RequiredKeys<Parameters<Operation>>] extends [never] ? true : false, 'params', Parameters<Operation>>

type Content<T> = T extends { content: infer Media } ? Media[keyof Media] : never
type BodyInit_<Operation> = Operation extends { requestBody: infer Body }
  ? OptionalIf<false, 'body', Content<Body>>
  : Operation extends { requestBody?: infer Body }
    ? [Exclude<Body, undefined>] extends [never]
      ? Record<never, never>
      : OptionalIf<true, 'body', Content<Exclude<Body, undefined>>>
    : Record<never, never>

/** Options of a path map call: parameters and body as in the contract, and how the response is read. */
export type ApiInit<Operation, As extends ParseAs = ParseAs> = RequestOptions &
  ParamsInit<Operation> &
  BodyInit_<Operation> & { readonly parseAs?: As | undefined }
type InitArguments<Operation, As extends ParseAs> = [RequiredKeys<ApiInit<Operation>>] extends [never]
  ? [init?: ApiInit<Operation, As>]
  : [init: ApiInit<Operation, As>]

type Responses<Operation> = Operation extends { responses: infer R } ? R : never
type Success<R> = {
  [S in keyof R]: `${S & (string | number)}` extends `2${string}` ? Content<R[S]> : never
}[keyof R]
type Failure<R> = {
  [S in keyof R]: `${S & (string | number)}` extends `2${string}` ? never : Content<R[S]>
}[keyof R]

/** The type of `data`: the contract's body for JSON, otherwise what the caller asked for. */
interface Parsed<Json> {
  json: Json | undefined
  text: string
  blob: Blob
  arrayBuffer: ArrayBuffer
  stream: ReadableStream<Uint8Array> | null
}

/** `data` of a 2xx response or `error` of any other, and the response itself. `data` is undefined for an empty body. */
export type ApiResponse<Operation, As extends ParseAs = 'json'> =
  | {
      readonly data: Parsed<Success<Responses<Operation>>>[As]
      readonly error?: undefined
      readonly response: Response
    }
  | {
      readonly data?: undefined
      readonly error: Failure<Responses<Operation>> | string | undefined
      readonly response: Response
    }

type ApiMethod<Paths, Method extends HttpMethod> = <Path extends PathsWith<Paths, Method>, As extends ParseAs = 'json'>(
  path: Path,
  ...init: InitArguments<OperationOf<Paths, Path, Method>, As>
) => Promise<ApiResponse<OperationOf<Paths, Path, Method>, As>>

/**
 * The contract's paths as typed methods, for requests that the named methods do not cover. Resolves with `{ data, error,
 * response }` for a response of any status. Rejects with a `ClientError` if no readable response arrives.
 *
 * @example
 * const { data, error, response } = await ogc.api.GET('/processes/{processID}', { params: { path: { processID: 'ndvi' } } })
 */
export interface ApiClient<Paths> {
  readonly GET: ApiMethod<Paths, 'get'>
  readonly PUT: ApiMethod<Paths, 'put'>
  readonly POST: ApiMethod<Paths, 'post'>
  readonly DELETE: ApiMethod<Paths, 'delete'>
  readonly PATCH: ApiMethod<Paths, 'patch'>
  readonly HEAD: ApiMethod<Paths, 'head'>
  readonly OPTIONS: ApiMethod<Paths, 'options'>
}

/** The query of an operation. */
export type QueryOf<Operation> = Operation extends { parameters: { query?: infer Query } } ? NonNullable<Query> : never

/** The JSON body of an operation. */
export type BodyOf<Operation> = Operation extends { requestBody?: infer Body }
  ? NonNullable<Body> extends { content: { 'application/json': infer Json } }
    ? Json
    : never
  : never

type JsonOf<Response> = Response extends { content: infer Media }
  ? { [Type in keyof Media]: Type extends `${string}json` ? Media[Type] : never }[keyof Media]
  : never

/** The JSON that an operation answers when it succeeds. */
export type AnswerOf<Operation> = Operation extends { responses: infer Responses }
  ? {
      [Status in keyof Responses]: `${Status & (string | number)}` extends `2${string}`
        ? JsonOf<Responses[Status]>
        : never
    }[keyof Responses]
  : never
