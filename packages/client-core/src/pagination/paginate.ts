import { linkSignals } from '../utils/abort-signals.ts'
import { tryStringify } from '../utils/text.ts'

/** The signals that end the page under way. */
export type Ends = readonly (AbortSignal | undefined)[]

/** How to iterate over the pages of an API. */
export interface Paging<Page, Item, Next = string> {
  readonly first: (signal: AbortSignal) => Promise<Page>
  readonly items: (page: Page) => readonly Item[]
  /** What the server sent, if items may have been left out of it. Default: the items. */
  readonly sent?: (page: Page) => readonly unknown[]
  /** Position of the page itself, of the same type as `next`, if known. */
  readonly at?: (page: Page) => Next
  /** Position of the next page: a link or an offset. */
  readonly next: (page: Page) => Next | undefined
  readonly follow: (next: Next, signal: AbortSignal) => Promise<Page>
}

/**
 * The items of all pages. A page is fetched when its first item is requested. The iteration ends at
 * - a page without a next one,
 * - a page that the server sent empty (some servers link to one after the last page),
 * - a link to a page that was already read,
 * - a page that the server sent like the one before (some servers ignore `offset` and never stop).
 */
export async function* iteratePages<Page, Item, Next = string>(
  paging: Paging<Page, Item, Next>,
  ends: Ends = []
): AsyncGenerator<Item, undefined, undefined> {
  const { items, sent = items } = paging
  const had = new Set<Next>()
  const get = async (ask: (signal: AbortSignal) => Promise<Page>): Promise<Page> => {
    const { signal, unlink } = linkSignals(...ends)
    return ask(signal).finally(unlink)
  }
  let page = await get(paging.first)
  // As it came: who gets the items may change them.
  let text = tryStringify(sent(page))
  for (;;) {
    if (paging.at) had.add(paging.at(page))
    yield* items(page)
    const next = paging.next(page)
    if (sent(page).length === 0 || next === undefined || next === '' || had.has(next)) return
    had.add(next)
    const before = text
    page = await get((signal) => paging.follow(next, signal))
    text = tryStringify(sent(page))
    if (text !== undefined && text === before) return
  }
}
