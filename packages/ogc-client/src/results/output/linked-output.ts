import { type ErrorFactory, type RequestOptions, redactUrl, streamOf } from '@geoclients/client-core'
import type { JsonValue, Link } from '../../generated/types.ts'
import { inspectAs } from '../../utils/inspect.ts'
import { decodeText } from '../../utils/text.ts'
import { parseOutput } from './parse-json.ts'
import type { ReadOutput, References } from './types.ts'

/** An output that the server keeps elsewhere; each reading fetches it anew. */
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
    const { bytes, headers } = await this.#references.get(this.#link, options)
    return decodeText(bytes, headers.get('Content-Type') ?? this.mediaType)
  }

  async blob(options?: RequestOptions): Promise<Blob> {
    const { bytes, headers } = await this.#references.get(this.#link, options)
    return new Blob([bytes], { type: headers.get('Content-Type') ?? '' })
  }

  async arrayBuffer(options?: RequestOptions): Promise<ArrayBuffer> {
    return (await this.#references.get(this.#link, options)).bytes.slice().buffer
  }

  async stream(options?: RequestOptions): Promise<ReadableStream<Uint8Array>> {
    const { rest, bytes } = await this.#references.get(this.#link, options, true)
    return rest ? streamOf(rest) : new Blob([bytes]).stream()
  }

  async fetch(init?: RequestInit): Promise<Response> {
    return this.#references.fetch(this.#link, init)
  }
}

export function referenceOutput(link: Link, references: References, error: ErrorFactory): ReadOutput {
  return { output: new ReferenceOutput(link, references, error), plain: () => link }
}
