import {
  checkRequestOptions,
  type ErrorFactory,
  invalidArgument,
  isJson,
  type RequestOptions,
  tryStringify
} from '@geoclients/client-core'
import type { InlineOrRefValue, JsonValue } from '../../generated/types.ts'
import { headersOfInit } from '../../http/headers-of-init.ts'
import { decodeBase64, encodeBase64 } from '../../utils/base64.ts'
import { inspectAs } from '../../utils/inspect.ts'
import { withoutCharset } from '../../utils/text.ts'
import { rangeOf } from './byte-range.ts'
import { type Content, heldContent } from './content.ts'
import { outputText, parseOutput } from './read-as.ts'
import type { Output, ReadOutput } from './types.ts'

/** How the content of an output is read. */
interface Reads {
  readonly content: () => Content
  readonly text: () => string
  readonly json: () => unknown
}

/** An output that came with the results. Its content is in memory or still arriving. No read sends a request. */
class LocalOutput {
  readonly mediaType: string | undefined
  readonly #reads: Reads
  readonly #error: ErrorFactory
  /** The content type with charset; `''` if unknown. */
  readonly #readAs: string

  constructor(reads: Reads, mediaType: string | undefined, readAs: string, error: ErrorFactory) {
    this.mediaType = mediaType
    this.#reads = reads
    this.#error = error
    this.#readAs = readAs
  }

  async json<As = JsonValue>(options?: RequestOptions): Promise<As> {
    return this.#as(options).json() as As
  }

  async text(options?: RequestOptions): Promise<string> {
    return this.#as(options).text()
  }

  async blob(options?: RequestOptions): Promise<Blob> {
    return new Blob([this.#as(options).content().held()], { type: this.#readAs })
  }

  async arrayBuffer(options?: RequestOptions): Promise<ArrayBuffer> {
    return this.#as(options).content().held().slice().buffer
  }

  async stream(options?: RequestOptions): Promise<ReadableStream<Uint8Array>> {
    return this.#as(options).content().stream()
  }

  /** Refuses the options that a read by request refuses, and an aborted signal. */
  #as(options: RequestOptions | undefined): Reads {
    if (options === undefined) return this.#reads
    checkRequestOptions(options, this.#error, {})
    const { signal } = options
    if (!signal?.aborted) return this.#reads
    throw this.#error({ code: 'aborted', message: 'reading an output was aborted', cause: signal.reason })
  }

  async fetch(init?: RequestInit | null): Promise<Response> {
    const asked = headersOfInit(init, this.#error)
    const method = String(init?.method ?? 'GET')
    if (!/^(?:get|head)$/i.test(method)) throw invalidArgument(this.#error, 'method', method, '"GET" or "HEAD"')
    const bytes = this.#as({ signal: init?.signal ?? undefined })
      .content()
      .held()
    const headers = new Headers({ 'Accept-Ranges': 'bytes' })
    try {
      if (this.#readAs) headers.set('Content-Type', this.#readAs)
    } catch {} // The media type is not a valid header value.
    const range = rangeOf(asked.get('Range'), bytes.length)
    if (range === 'unsatisfiable') {
      headers.set('Content-Range', `bytes */${bytes.length}`)
      return new Response(null, { status: 416, headers })
    }
    const [start, end] = range ?? [0, bytes.length]
    if (range) headers.set('Content-Range', `bytes ${start}-${end - 1}/${bytes.length}`)
    headers.set('Content-Length', String(end - start))
    const body = method.toUpperCase() === 'HEAD' ? null : bytes.subarray(start, end)
    return new Response(body, { status: range ? 206 : 200, headers })
  }
}

/** The additional fields of a JSON value. */
interface ValueInit {
  /** The qualified value that contained it. */
  readonly plain?: InlineOrRefValue
  /** The unit of a literal. */
  readonly unit?: string | undefined
  /** Makes the outputs of its values. */
  readonly items?: (() => readonly Output[]) | undefined
}

class ValueOutput extends LocalOutput {
  readonly kind = 'value'
  readonly value: JsonValue
  readonly unit: string | undefined
  readonly #items: ValueInit['items']

  constructor(value: JsonValue, mediaType: string | undefined, error: ErrorFactory, { unit, items }: ValueInit) {
    const readAs = withoutCharset(mediaType) ?? (typeof value === 'string' ? 'text/plain' : 'application/json')
    const text = (): string => asText(value, readAs, error)
    const content = (): Content => heldContent(new TextEncoder().encode(text()))
    super({ content, text, json: () => value }, mediaType, readAs, error)
    this.value = value
    this.unit = unit
    this.#items = items
    inspectAs(this, 'Output', ({ kind, mediaType, value, unit }) => ({ kind, mediaType, value, ...(unit && { unit }) }))
  }

  get items(): readonly Output[] | undefined {
    return this.#items?.()
  }
}

function asText(value: JsonValue, readAs: string, error: ErrorFactory): string {
  const text = typeof value === 'string' && !isJson(readAs) ? value : tryStringify(value)
  if (text !== undefined) return text
  throw error({
    code: 'malformed-body',
    message: 'the output is nested too deep to be written as text: use json()'
  })
}

class BytesOutput extends LocalOutput {
  readonly kind = 'bytes'

  constructor(content: () => Content, mediaType: string | undefined, readAs: string, error: ErrorFactory) {
    const text = (): string => outputText(content().held(), readAs, error)
    const json = (): unknown => parseOutput(text(), mediaType ?? 'bytes without media type', error)
    super({ content, text, json }, mediaType, readAs, error)
    inspectAs(this, 'Output', ({ kind, mediaType }) => ({ kind, mediaType }))
  }
}

/** An output that is a JSON value. */
export function valueOutput(
  value: JsonValue,
  mediaType: string | undefined,
  error: ErrorFactory,
  init: ValueInit = {}
): ReadOutput {
  const { plain = value } = init
  return { output: new ValueOutput(value, mediaType, error, init), plain: () => plain }
}

/**
 * An output that arrived as bytes: as a whole body, as a part, or as base64 in a qualified value. `contentType` is its media
 * type with charset.
 */
export function bytesOutput(
  content: Content,
  mediaType: string | undefined,
  error: ErrorFactory,
  contentType: string | null = mediaType ?? ''
): ReadOutput {
  const output = new BytesOutput(() => content, mediaType, contentType ?? '', error)
  const format = { encoding: 'base64', ...(mediaType && { mediaType }) }
  return { output, plain: () => ({ value: encodeBase64(content.held()), ...format }) }
}

/** An output with base64 text: its bytes, or the text itself if it is not valid base64. */
export function base64Output(
  text: string,
  mediaType: string | undefined,
  error: ErrorFactory,
  plain: InlineOrRefValue
): ReadOutput {
  const bytes = decodeBase64(text)
  if (!bytes) return valueOutput(text, mediaType, error, { plain })
  return { ...bytesOutput(heldContent(bytes), mediaType, error), plain: () => plain }
}
