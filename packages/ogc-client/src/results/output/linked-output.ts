import { type ErrorFactory, type RequestOptions, redactUrl } from '@geoclients/client-core'
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
  readonly #references: References
  readonly #error: ErrorFactory

  constructor({ href, type }: Link, references: References, error: ErrorFactory) {
    this.href = href
    this.mediaType = type
    this.#references = references
    this.#error = error
  }

  async json<As = JsonValue>(options?: RequestOptions): Promise<As> {
    return parseOutput(await this.text(options), redactUrl(this.href), this.#error) as As
  }

  async text(options?: RequestOptions): Promise<string> {
    const response = await this.#references.get(this.href, options)
    const contentType = response.headers.get('Content-Type') ?? this.mediaType
    return decodeText(new Uint8Array(await response.arrayBuffer()), contentType)
  }

  async blob(options?: RequestOptions): Promise<Blob> {
    return (await this.#references.get(this.href, options)).blob()
  }

  async arrayBuffer(options?: RequestOptions): Promise<ArrayBuffer> {
    return (await this.#references.get(this.href, options)).arrayBuffer()
  }

  async stream(options?: RequestOptions): Promise<ReadableStream<Uint8Array>> {
    return (await this.#references.get(this.href, options, true)).body ?? new Blob([]).stream()
  }

  async fetch(init?: RequestInit): Promise<Response> {
    return this.#references.fetch(this.href, init)
  }
}

// A signed URL is a secret for as long as it is valid.
inspectAs(ReferenceOutput.prototype, 'Output', ({ kind, mediaType, href }) => ({
  kind,
  mediaType,
  href: redactUrl(href)
}))

export function referenceOutput(link: Link, references: References, error: ErrorFactory): ReadOutput {
  return { output: new ReferenceOutput(link, references, error), plain: () => link }
}
