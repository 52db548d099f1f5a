import type { ProcessDescription } from '@geoclients/ogc-client'
import { inputSchema, outputSchema, type ResolveReference } from '@geoclients/ogc-client/schema'

export interface LoadReferencesOptions {
  /** How a document is got. Default: the platform's `fetch`, without credentials. Give `ogc.fetch` for documents of the service. */
  readonly fetch?: typeof globalThis.fetch | undefined
  /** Which addresses may be asked for: a description can name any. Default: `https:` only. */
  readonly allow?: ((url: URL) => boolean) | undefined
  /** How many documents at most. Default 100. */
  readonly limit?: number | undefined
  readonly signal?: AbortSignal | undefined
}

/**
 * Fetches the documents that the schemas of processes refer to, and what these refer to, and gives what `resolve` takes.
 * Only JSON is read. An address that is not allowed, fails or is no JSON stays unknown. Rejects where `signal` is aborted.
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

async function readJson(
  url: string,
  fetch: typeof globalThis.fetch,
  signal: AbortSignal | undefined
): Promise<unknown> {
  try {
    const response = await fetch(url, { headers: { Accept: 'application/json' }, ...(signal && { signal }) })
    return response.ok ? await response.json() : undefined
  } catch {
    return undefined
  }
}
