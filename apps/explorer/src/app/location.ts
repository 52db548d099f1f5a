import { useSyncExternalStore } from 'react'

/** The location of the page. The servers are in the query, so they survive a change of view; the view is in the hash. */
export interface Place {
  readonly ogc: string | undefined
  readonly cas: string | undefined
  /** The parts of the view's path, such as `['processes', 'buffer']`. */
  readonly view: readonly string[]
  /** The parameters after the path: inputs of a form, a search. */
  readonly query: URLSearchParams
}

let known = { href: '', place: { ogc: undefined, cas: undefined, view: [], query: new URLSearchParams() } as Place }

/** Reads a URL of this page. */
export function readPlace(href: string): Place {
  const { searchParams, hash } = new URL(href)
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split(/\?(.*)/s)
  const view = path.split('/').filter(Boolean).map(decoded)
  const text = (name: string): string | undefined => searchParams.get(name)?.trim() || undefined
  return { ogc: text('ogc'), cas: text('cas'), view, query: new URLSearchParams(query) }
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

function currentPlace(): Place {
  if (known.href !== location.href) known = { href: location.href, place: readPlace(location.href) }
  return known.place
}

function subscribe(listener: () => void): () => void {
  addEventListener('popstate', listener)
  addEventListener('hashchange', listener)
  return () => {
    removeEventListener('popstate', listener)
    removeEventListener('hashchange', listener)
  }
}

/** Follows the URL of the page. */
export function usePlace(): Place {
  return useSyncExternalStore(subscribe, currentPlace)
}

/** A link to a view of the open servers. */
export function viewHref(view: readonly string[], query: Readonly<Record<string, string | undefined>> = {}): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]))
  const text = new URLSearchParams(given).toString()
  return `#/${view.map(encodeURIComponent).join('/')}${text && `?${text}`}`
}

export function goTo(href: string, how: 'push' | 'replace' = 'push'): void {
  history[how === 'push' ? 'pushState' : 'replaceState'](null, '', href)
  dispatchEvent(new PopStateEvent('popstate'))
}

/** A link that opens servers. */
export function serversHref(
  servers: { readonly ogc?: string; readonly cas?: string },
  view: readonly string[] = []
): string {
  const query = Object.entries(servers).flatMap(([name, address]) =>
    address ? [`${name}=${encodeURIComponent(address).replaceAll('%3A', ':').replaceAll('%2F', '/')}`] : []
  )
  return `?${query.join('&')}${viewHref(view)}`
}
