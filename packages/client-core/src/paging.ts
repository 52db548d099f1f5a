/** How to walk an API's pages. */
export interface Paging<Page, Item, Next = string> {
  readonly first: () => Promise<Page>
  readonly items: (page: Page) => readonly Item[]
  /** Where the next page is, as the API says it: a link, or how many items to pass over. */
  readonly next: (page: Page) => Next | undefined
  readonly follow: (next: Next) => Promise<Page>
}

/**
 * The items of all pages, fetched one page at a time as they are asked for. Ends at a page without `next` link, at an
 * empty one (some servers link on after the last page) and at a link that was followed before.
 */
export async function* iteratePages<Page, Item, Next = string>(
  paging: Paging<Page, Item, Next>
): AsyncGenerator<Item, void, undefined> {
  const followed = new Set<Next>()
  let page = await paging.first()
  for (;;) {
    const items = paging.items(page)
    yield* items
    const next = paging.next(page)
    if (items.length === 0 || next === undefined || next === '' || followed.has(next)) return
    followed.add(next)
    page = await paging.follow(next)
  }
}
