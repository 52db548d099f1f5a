/** A server that the program which served this page forwards to, and the path where it does so. */
export interface Forwarded {
  readonly origin: string
  readonly path: string
}

/** What the program wrote into the page; nothing where the page is served by any other. */
export function readForwarded(text: string | null | undefined): readonly Forwarded[] {
  if (!text) return []
  const entries: unknown = JSON.parse(text)
  return Object.entries(entries as Record<string, string>).map(([origin, path]) => ({ origin, path }))
}

/**
 * A `fetch` that sends what is for a forwarded server to the page's own origin, so that no CORS is needed. The client
 * sees the addresses of the server itself, in links and answers too.
 */
export function forwardingFetch(forwarded: readonly Forwarded[], page: string): typeof globalThis.fetch {
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : String(input))
    const way = forwarded.find(({ origin }) => origin === url.origin)
    if (!way) return fetch(input, init)
    const address = new URL(`${way.path}${url.pathname}${url.search}`, page)
    const response = await fetch(input instanceof Request ? new Request(address, input) : address, init)
    const path = response.url.slice(new URL(way.path, page).href.length)
    Object.defineProperty(response, 'url', { value: `${way.origin}${path}` })
    return response
  }
}
