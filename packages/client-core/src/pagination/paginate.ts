import { tryStringify } from '../request/json-body.ts'

/** How to walk an API's pages. */
export interface Paging<Page, Item, Next = string> {
  readonly first: () => Promise<Page>
  readonly items: (page: Page) => readonly Item[]
  /** Where a page itself is, in the terms of `next`, where that is known. */
  readonly at?: (page: Page) => Next
  /** Where the next page is, as the API says it: a link, or how many items to pass over. */
  readonly next: (page: Page) => Next | undefined
  readonly follow: (next: Next) => Promise<Page>
}

/**
 * The items of all pages, fetched one page at a time as they are asked for. Ends at a page without `next` link, at an
 * empty one (some servers link on after the last page), at a link to a page that was had, and at one that has the items of
 * the page before (some servers ignore `offset`, and link on for ever).
 */
export async function* iteratePages<Page, Item, Next = string>(
  paging: Paging<Page, Item, Next>
): AsyncGenerator<Item, void, undefined> {
  const had = new Set<Next>()
  let page = await paging.first()
  for (;;) {
    const items = paging.items(page)
    if (paging.at) had.add(paging.at(page))
    yield* items
    const next = paging.next(page)
    if (items.length === 0 || next === undefined || next === '' || had.has(next)) return
    had.add(next)
    const before = tryStringify(items)
    page = await paging.follow(next)
    if (before !== undefined && before === tryStringify(paging.items(page))) return
  }
}
