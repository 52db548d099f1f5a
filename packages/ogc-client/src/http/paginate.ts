import { iteratePages, malformed, type Received, resolveLink, urlOf } from '@geoclients/client-core'
import type { OgcClientConfig } from '../client/options.ts'
import { makeOgcError } from '../errors/ogc-error.ts'
import type { Link } from '../generated/types.ts'

export interface Page<Item> {
  readonly items: readonly Item[]
  readonly links: readonly Link[]
}

export interface LinkedPages<Item> {
  /** Where pages may be: its own origin and those that it trusts. */
  readonly service: Pick<OgcClientConfig, 'baseUrl' | 'trustedOrigins'>
  readonly first: () => Promise<Received>
  readonly follow: (url: string) => Promise<Received>
  readonly read: (received: Received) => Page<Item>
}

/** The items of all pages; a link to an origin that is not trusted is not followed, it would lead the credentials astray. */
export function iterateLinked<Item>(pages: LinkedPages<Item>): AsyncGenerator<Item, void, undefined> {
  const { service, first, follow, read } = pages
  const get = async (request: Promise<Received>): Promise<Page<Item> & { readonly received: Received }> => {
    const received = await request
    return { ...read(received), received }
  }
  return iteratePages({
    items: ({ items }) => items,
    at: ({ received }) => urlOf(received.response),
    next: ({ links, received }) => nextUrl(links, received),
    first: () => get(first()),
    follow: async (url) => {
      checkOrigin(url, service)
      return get(follow(url))
    }
  })
}

/** Where the next page is: a relative link counts from the page that has it. */
function nextUrl(links: readonly Link[], received: Received): string | undefined {
  const href = links.find(({ rel }) => rel === 'next')?.href
  if (href === undefined) return undefined
  try {
    return resolveLink(href, urlOf(received.response)).href
  } catch {
    throw malformed(received, 'a next link that is a URL', href)
  }
}

function checkOrigin(url: string, { baseUrl, trustedOrigins = [] }: LinkedPages<unknown>['service']): void {
  const { origin } = new URL(url)
  if (origin === new URL(baseUrl).origin || trustedOrigins.includes(origin)) return
  const message = `the next page is said to be at ${origin}, which is neither the service's own origin nor one of trustedOrigins`
  throw makeOgcError({ code: 'blocked-origin', message })
}
