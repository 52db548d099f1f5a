import type { ProcessDescription } from '@geoclients/ogc-client'
import { inputSchema, outputSchema, type ResolveReference } from '@geoclients/ogc-client/schema'

export interface LoadReferencesOptions {
  /** Fetches a document. Default: the platform's `fetch`, without credentials. Pass `ogc.fetch` for documents of the service. */
  readonly fetch?: typeof globalThis.fetch | undefined
  /** Whether a URL may be fetched, because a description can contain any URL. Default: `https:` only. */
  readonly allow?: ((url: URL) => boolean) | undefined
  /** Maximum number of documents. Default 100. */
  readonly limit?: number | undefined
  readonly signal?: AbortSignal | undefined
}

/**
 * Fetches the documents that the schemas of processes refer to, directly or indirectly. Returns a function for the option
 * `resolve`. Reads only JSON up to 4 MiB, within 30 seconds for each document. A URL that is not allowed, fails or is not
 * JSON stays unknown. Rejects if `signal` is aborted.
 *
 * @example
 * const descriptions = [await ogc.getProcess('primes_between')]
 * const resolve = await loadReferences(descriptions, { fetch: ogc.fetch })
 * const text = await generateProcessTypes(descriptions, { resolve })
 */
export async function loadReferences(
  descriptions: Iterable<ProcessDescription>,
  options: LoadReferencesOptions = {}
): Promise<ResolveReference> {
  const { fetch = globalThis.fetch, allow = ({ protocol }) => protocol === 'https:', limit = 100, signal } = options
  const all = [...descriptions]
  const documents = new Map<string, unknown>()
  for (;;) {
    const missing = new Set<string>()
    const resolve = (url: string): unknown => {
      if (!documents.has(url) && allow(new URL(url))) missing.add(url)
      return documents.get(url)
    }
    for (const description of all) {
      inputSchema(description, { resolve })
      outputSchema(description, { resolve })
    }
    const next = [...missing].slice(0, limit - documents.size)
    if (next.length === 0) return (url) => documents.get(url)
    const read = await Promise.all(next.map(async (url) => [url, await readJson(url, fetch, signal)] as const))
    for (const [url, document] of read) documents.set(url, document)
    signal?.throwIfAborted()
  }
}

const maxBytes = 4 * 1024 * 1024
const timeout = 30_000

async function readJson(
  url: string,
  fetch: typeof globalThis.fetch,
  signal: AbortSignal | undefined
): Promise<unknown> {
  try {
    const within = AbortSignal.any([AbortSignal.timeout(timeout), ...(signal ? [signal] : [])])
    const response = await fetch(url, { headers: { Accept: 'application/json' }, signal: within })
    return response.ok ? JSON.parse(await readText(response)) : undefined
  } catch {
    return undefined
  }
}

/** Throws if the body is longer than any schema. */
async function readText({ body }: Response): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  let length = 0
  for await (const bytes of body ?? []) {
    length += bytes.length
    if (length > maxBytes) throw new RangeError(`longer than ${maxBytes} bytes`)
    text += decoder.decode(bytes, { stream: true })
  }
  return text + decoder.decode()
}
