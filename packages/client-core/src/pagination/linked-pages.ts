import type { ClientCore } from '../client/create-client.ts'
import type { Link } from '../response/links.ts'
import { malformed, type Received } from '../response/parsed-response.ts'
import type { CallSettings, Reply } from '../types/call.ts'
import { redactUrl } from '../utils/redact-url.ts'
import { resolveLink } from '../utils/resolve-url.ts'
import { isRecord } from '../validation/arguments.ts'
import { iteratePages } from './paginate.ts'

/** How many pages in a row may hold entries of which none can be read. */
const mostUnread = 100

/** What walking needs of a client. */
export interface LinkedCore extends Pick<ClientCore<unknown>, 'checkOrigin' | 'error' | 'follow'> {
  /** Is told where a list may go on that is not followed. */
  readonly warn: (kind: 'cut list', message: string) => void
}

interface Page<Item> {
  readonly items: readonly Item[]
  readonly links: readonly Link[]
}

interface WalkedPage<Item> extends Page<Item> {
  readonly sent: readonly unknown[]
  readonly received: Received
}

export interface LinkedPages<Item> {
  /** Whose pages they are, as `'GET /things'`: a link is asked for the same media types. */
  readonly operation: string
  /** The member of a page that holds its entries, as `things`. A page may also be a bare array. */
  readonly entries: string
  readonly first: (settings: CallSettings) => Promise<Received>
  /** Parses a page that a link led to. */
  readonly received: (reply: Reply) => Received
  /** `sent` is what the page holds, as the server sent it. */
  readonly read: (received: Received, sent: readonly unknown[]) => Page<Item>
}

/**
 * The items of all pages. Rejects with `blocked-origin` if a page link leads to an origin that is not trusted, and with
 * `malformed-body` if a hundred pages in a row hold nothing that can be read. `left` ends the page under way.
 */
export function walkLinked<Item>(
  core: LinkedCore,
  settings: CallSettings,
  { operation, entries, first, received, read }: LinkedPages<Item>,
  left?: AbortSignal
): AsyncGenerator<Item, undefined, undefined> {
  let unread = 0
  const get = async (request: Promise<Received>): Promise<WalkedPage<Item>> => {
    const page = await request
    const sent = sentIn(page, entries)
    const { items, links } = read(page, sent)
    unread = items.length > 0 ? 0 : unread + 1
    if (unread >= mostUnread && sent.length > 0) {
      const message = `the last ${unread} pages of the list hold no entry that can be read: ${redactUrl(page.response.url)}`
      throw core.error({ code: 'malformed-body', message })
    }
    return { items, links, sent, received: page }
  }
  return iteratePages<WalkedPage<Item>, Item>(
    {
      items: ({ items }) => items,
      sent: ({ sent }) => sent,
      at: (page) => page.received.response.url,
      next: ({ sent, links, received: page }) => nextUrl(links, page) ?? warnOfMore(sent, links, page, core),
      first: (signal) => get(first({ ...settings, signal })),
      follow: async (url, signal) => {
        core.checkOrigin(url, 'the next page')
        return get(core.follow(url, { ...settings, signal }, { mode: 'bytes', operation }).then(received))
      }
    },
    [settings.signal, left]
  )
}

/** The entries of a page as the server sent them, those that are left out included. */
function sentIn({ body }: Received, entries: string): readonly unknown[] {
  const list = isRecord(body) ? body[entries] : body
  return Array.isArray(list) ? list : []
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
  sent: readonly unknown[],
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
  const more = sent.length > 0 && unnamed.map(({ href }) => resolveLink(href, here.href)).find(isMore)
  if (more)
    warn(
      'cut list',
      `the list may continue at ${redactUrl(more.href)}: that link has no relation, so it is not followed`
    )
}
