import { type Ends, iteratePages } from './paginate.ts'

/** What a service tells of a page beside its items; not to be relied on. */
export interface OffsetPage {
  readonly offset: unknown
  readonly total: unknown
}

/**
 * All items of a list that is given in pages, from `offset` on; a page is loaded when its items are asked for. Any of `ends` ends
 * the page under way.
 */
export function walkOffsets<L extends OffsetPage, T>(
  offset: number,
  load: (offset: number, signal: AbortSignal) => Promise<L>,
  items: (list: L) => readonly T[],
  ends: Ends
): AsyncGenerator<T, undefined, undefined> {
  const page = async (at: number, signal: AbortSignal): Promise<{ at: number; list: L }> => ({
    at,
    list: await load(at, signal)
  })
  return iteratePages(
    {
      first: (signal) => page(offset, signal),
      items: ({ list }) => items(list),
      next: ({ at, list }) => nextOffset(at, list, items(list).length),
      follow: page
    },
    ends
  )
}

/**
 * Offset of the next page; undefined after the last page, or if the service returned a page that was not requested.
 * Without `total`, an empty page is the last one.
 */
function nextOffset(at: number, { offset, total }: OffsetPage, items: number): number | undefined {
  const isOther = typeof offset === 'number' && offset !== at
  const isLast = typeof total === 'number' && at + items >= total
  return isOther || isLast ? undefined : at + items
}
