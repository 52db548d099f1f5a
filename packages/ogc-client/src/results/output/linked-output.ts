import {
  type ErrorFactory,
  mediaType,
  type Reply,
  type RequestOptions,
  redactUrl,
  unexpectedType
} from '@geoclients/client-core'
import type { JsonValue, Link } from '../../generated/types.ts'
import { inspectAs } from '../../utils/inspect.ts'
import { looksLikePage, startText } from '../../utils/text.ts'
import { outputText, parseOutput } from './read-as.ts'
import type { ReadOutput, References } from './types.ts'

/** An output by reference. Each read fetches it again. */
class ReferenceOutput {
  readonly kind = 'reference'
  readonly href: string
  readonly mediaType: string | undefined
  readonly #link: Link
  readonly #references: References
  readonly #error: ErrorFactory

  constructor(link: Link, references: References, error: ErrorFactory) {
    this.href = link.href
    this.mediaType = link.type
    this.#link = link
    this.#references = references
    this.#error = error
    // A signed URL is a secret for as long as it is valid.
    inspectAs(this, 'Output', ({ kind, mediaType, href }) => ({ kind, mediaType, href: redactUrl(href) }))
  }

  async json<As = JsonValue>(options?: RequestOptions): Promise<As> {
    return parseOutput(await this.text(options), redactUrl(this.href), this.#error) as As
  }

  async text(options?: RequestOptions): Promise<string> {
    const { bytes, headers } = await this.#get(options)
    return outputText(bytes, headers.get('Content-Type') ?? this.mediaType, this.#error)
  }

  async blob(options?: RequestOptions): Promise<Blob> {
    const { bytes, headers } = await this.#get(options)
    return new Blob([bytes], { type: headers.get('Content-Type') ?? '' })
  }

  async arrayBuffer(options?: RequestOptions): Promise<ArrayBuffer> {
    return (await this.#get(options)).bytes.slice().buffer
  }

  async stream(options?: RequestOptions): Promise<ReadableStream<Uint8Array>> {
    const { rest, bytes } = await this.#get(options, true)
    return rest ? rest.stream(bytes) : new Blob([bytes]).stream()
  }

  /** Fetches the target. An HTML page is a gateway's error, if the link names another type. */
  async #get(options: RequestOptions | undefined, stream?: boolean): Promise<Reply> {
    const reply = await this.#references.get(this.#link, options, stream)
    if (this.mediaType === undefined || mediaType(reply) !== 'text/html' || isHtml(this.mediaType)) return reply
    const { rest } = reply
    const bytes = (reply.bytes.length === 0 && (await rest?.read())) || reply.bytes
    const text = startText(bytes, 1_000)
    if (!looksLikePage(text)) return { ...reply, bytes }
    rest?.cancel(undefined).catch(() => {}) // nobody will read it
    throw unexpectedType(text, reply, this.#error, this.mediaType)
  }

  async fetch(init?: RequestInit): Promise<Response> {
    return this.#references.fetch(this.#link, init)
  }
}

const isHtml = (type: string): boolean => /^\s*(?:text\/html|application\/xhtml\+xml)\s*(?:;|$)/i.test(type)

export function referenceOutput(link: Link, references: References, error: ErrorFactory): ReadOutput {
  return { output: new ReferenceOutput(link, references, error), plain: () => link }
}
