import { type ErrorFactory, type RequestOptions, redactUrl } from '@geoclients/client-core'
import type { InlineOrRefValue, JsonValue, Link } from '../generated/types.ts'
import { decodeBase64, encodeBase64 } from './base64.ts'

interface Body<T> {
  /** Media type of the output, where it is known. */
  readonly mediaType: string | undefined
  /** The output as JSON; of bytes and references, what they hold when parsed. */
  json(options?: RequestOptions): Promise<T>
  text(options?: RequestOptions): Promise<string>
  blob(options?: RequestOptions): Promise<Blob>
  arrayBuffer(options?: RequestOptions): Promise<ArrayBuffer>
  stream(options?: RequestOptions): Promise<ReadableStream<Uint8Array>>
}

/**
 * One output of a process. `kind` tells how the server gave it: a JSON `value`, a `reference` to be fetched, or `bytes`.
 * However it was given, it can be read as JSON, text, Blob, ArrayBuffer or stream; a reference is fetched when asked for.
 */
export type Output<T = JsonValue> = Body<T> &
  (
    | { readonly kind: 'value'; readonly value: T }
    | { readonly kind: 'reference'; readonly href: string }
    | { readonly kind: 'bytes' }
  )

/** An output and how it stands in the reference's map of results. */
export interface ReadOutput {
  readonly output: Output
  /** Made when asked for: bytes become base64 there. */
  readonly plain: () => InlineOrRefValue
}

/** An output that is a JSON value; `plain` is the qualified value that it was wrapped in, if it was. */
export function valueOutput(
  value: JsonValue,
  mediaType: string | undefined,
  plain: InlineOrRefValue = value
): ReadOutput {
  const text = (): string => (typeof value === 'string' ? value : JSON.stringify(value))
  const type = mediaType ?? (typeof value === 'string' ? 'text/plain' : 'application/json')
  const blob = (): Blob => new Blob([text()], { type })
  const output: Output = {
    kind: 'value',
    value,
    mediaType,
    json: async () => value,
    text: async () => text(),
    blob: async () => blob(),
    arrayBuffer: () => blob().arrayBuffer(),
    stream: async () => blob().stream()
  }
  return { output, plain: () => plain }
}

/** An output that came as bytes, in a body of its own, in a part, or as base64 in a qualified value. */
export function bytesOutput(
  bytes: Uint8Array<ArrayBuffer>,
  mediaType: string | undefined,
  error: ErrorFactory
): ReadOutput {
  const blob = (): Blob => new Blob([bytes], mediaType ? { type: mediaType } : {})
  const output: Output = {
    kind: 'bytes',
    mediaType,
    json: async () => parse(await blob().text(), mediaType ?? 'bytes without media type', error),
    text: () => blob().text(),
    blob: async () => blob(),
    arrayBuffer: () => blob().arrayBuffer(),
    stream: async () => blob().stream()
  }
  const format = { encoding: 'base64', ...(mediaType && { mediaType }) }
  return { output, plain: () => ({ value: encodeBase64(bytes), ...format }) }
}

/** An output whose value is base64 text: its bytes, or the text itself where it is no base64. */
export function base64Output(
  text: string,
  mediaType: string | undefined,
  plain: InlineOrRefValue,
  error: ErrorFactory
): ReadOutput {
  const bytes = decodeBase64(text)
  return bytes ? { ...bytesOutput(bytes, mediaType, error), plain: () => plain } : valueOutput(text, mediaType, plain)
}

/** How a reference is fetched: through the client's pipeline, so that credentials go to its own origin only. */
export type FetchReference = (href: string, options: RequestOptions | undefined, stream?: boolean) => Promise<Response>

/** An output that the server keeps elsewhere; each reading fetches it anew. */
export function referenceOutput(link: Link, fetch: FetchReference, error: ErrorFactory): ReadOutput {
  const { href, type: mediaType } = link
  const get = (options: RequestOptions | undefined, stream = false): Promise<Response> => fetch(href, options, stream)
  const output: Output = {
    kind: 'reference',
    href,
    mediaType,
    json: async (options) => parse(await (await get(options)).text(), redactUrl(href), error),
    text: async (options) => (await get(options)).text(),
    blob: async (options) => (await get(options)).blob(),
    arrayBuffer: async (options) => (await get(options)).arrayBuffer(),
    stream: async (options) => (await get(options, true)).body ?? new Blob([]).stream()
  }
  return { output, plain: () => link }
}

function parse(text: string, what: string, error: ErrorFactory): JsonValue {
  try {
    return JSON.parse(text) as JsonValue
  } catch (cause) {
    throw error({ code: 'malformed-body', message: `the output is no JSON: ${what}`, cause })
  }
}
