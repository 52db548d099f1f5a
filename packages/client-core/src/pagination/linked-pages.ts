import type { ClientCore } from '../client/create-client.ts'
import type { Link } from '../response/links.ts'
import { malformed, type Received } from '../response/parsed-response.ts'
import type { CallSettings, Reply } from '../types/call.ts'
import { redactUrl } from '../utils/redact-url.ts'
import { resolveLink } from '../utils/resolve-url.ts'
import { iteratePages } from './paginate.ts'

/** What walking needs of a client. */
export interface LinkedCore extends Pick<ClientCore<unknown>, 'checkOrigin' | 'error' | 'follow'> {
  /** Is told where a list may go on that is not followed. */
  readonly warn: (kind: 'cut list', message: string) => void
}

interface Page<Item> {
  readonly items: readonly Item[]
  readonly links: readonly Link[]
}

export interface LinkedPages<Item> {
  /** Whose pages they are, as `'GET /things'`: a link is asked for the same media types. */
  readonly operation: string
  readonly first: (settings: CallSettings) => Promise<Received>
  /** Parses a page that a link led to. */
  readonly received: (reply: Reply) => Received
  readonly read: (received: Received) => Page<Item>
}

/**
 * The items of all pages. Rejects with `blocked-origin` if a page link leads to an origin that is not trusted. The settings
 * are read when the iteration begins; if that throws, the iteration rejects.
 */
export function walkLinked<Item>(
  core: LinkedCore,
  settings: () => CallSettings,
  { operation, first, received, read }: LinkedPages<Item>
): AsyncGenerator<Item, void, undefined> {
  let own: CallSettings | undefined
  const get = async (request: Promise<Received>): Promise<Page<Item> & { readonly received: Received }> => {
    const page = await request
    return { ...read(page), received: page }
  }
  return iteratePages({
    items: ({ items }) => items,
    at: (page) => page.received.response.url,
    next: ({ items, links, received: page }) => nextUrl(links, page) ?? warnOfMore(items, links, page, core),
    first: async () => {
      own = settings()
      return get(first(own))
    },
    follow: async (url) => {
      core.checkOrigin(url, 'the next page')
      return get(core.follow(url, own as CallSettings, { mode: 'bytes', operation }).then(received))
    }
  })
}

/** URL of the next page. Relative links are resolved against the current page. */
function nextUrl(links: readonly Link[], page: Received): string | undefined {
  const href = links.find(({ rel }) => rel === 'next')?.href
  if (href === undefined) return undefined
  try {
    return resolveLink(href, page.response.url).href
  } catch {
    throw malformed(page, 'a page with a valid next link', href)
  }
}

const pagingNames = /^(?:offset|page|skip|start(?:index)?|cursor|after|token|marker)$/i

/** A link without a relation may be the next page. If it leads further in the list, this warns. */
function warnOfMore(
  items: readonly unknown[],
  links: readonly Link[],
  { response }: Received,
  { warn }: LinkedCore
): undefined {
  const here = new URL(response.url)
  const isMore = (there: URL): boolean => {
    const goesOn = ([name, value]: [string, string]): boolean => {
      const own = here.searchParams.get(name)
      return pagingNames.test(name) && value !== own && !(Number(value) <= Number(own))
    }
    return there.pathname === here.pathname && [...there.searchParams].some(goesOn)
  }
  const unnamed = links.filter(({ rel, href }) => !rel && URL.canParse(href, here))
  const more = items.length > 0 && unnamed.map(({ href }) => resolveLink(href, here.href)).find(isMore)
  if (more)
    warn(
      'cut list',
      `the list may continue at ${redactUrl(more.href)}: that link has no relation, so it is not followed`
    )
}
