import { expect, test, vi } from 'vitest'
import { collect } from '../testing/collect.ts'
import { countedSignal } from '../testing/counted-signal.ts'
import { iteratePages } from './paginate.ts'

interface Page {
  readonly at?: string
  readonly items: readonly string[]
  readonly next?: string
}

/** A server with these pages under these links, and a log of what was fetched. */
function server(pages: Readonly<Record<string, Page>>) {
  const fetched: string[] = []
  const get = async (href: string): Promise<Page> => {
    fetched.push(href)
    const page = pages[href]
    if (!page) throw new Error(`no page ${href}`)
    return page
  }
  const iterate = () =>
    iteratePages({
      first: () => get('first'),
      items: (page) => page.items,
      at: (page) => page.at ?? '',
      next: (page) => page.next,
      follow: get
    })
  return { fetched, iterate }
}

test('yields the items of all pages in order', async () => {
  const { fetched, iterate } = server({
    first: { items: ['a', 'b'], next: '2' },
    2: { items: ['c'], next: '3' },
    3: { items: ['d'] }
  })
  expect(await collect(iterate())).toEqual(['a', 'b', 'c', 'd'])
  expect(fetched).toEqual(['first', '2', '3'])
})

test('fetches a page only when its items are asked for, and none after an early return', async () => {
  const { fetched, iterate } = server({ first: { items: ['a', 'b'], next: '2' }, 2: { items: ['c', 'd'], next: '3' } })
  const items = iterate()
  expect(fetched).toEqual([])
  await items.next()
  await items.next()
  expect(fetched).toEqual(['first'])
  for await (const item of items) {
    expect(item).toBe('c')
    break
  }
  expect(fetched).toEqual(['first', '2'])
  expect(await items.next()).toEqual({ done: true, value: undefined })
})

test('ends at an empty page, though the server links on', async () => {
  const { fetched, iterate } = server({ first: { items: ['a'], next: '2' }, 2: { items: [], next: '3' } })
  expect(await collect(iterate())).toEqual(['a'])
  expect(fetched).toEqual(['first', '2'])
})

test('ends at a link that was followed before', async () => {
  const { fetched, iterate } = server({
    first: { items: ['a'], next: '2' },
    2: { items: ['b'], next: '3' },
    3: { items: ['c'], next: '2' }
  })
  expect(await collect(iterate())).toEqual(['a', 'b', 'c'])
  expect(fetched).toEqual(['first', '2', '3'])
})

test('ends at a link to the first page', async () => {
  const { fetched, iterate } = server({
    first: { at: '1', items: ['a'], next: '2' },
    2: { items: ['b'], next: '1' },
    1: { items: ['a'], next: '2' }
  })
  expect(await collect(iterate())).toEqual(['a', 'b'])
  expect(fetched).toEqual(['first', '2'])
})

test('ends at a page like the one before, though its link is another', async () => {
  const same = { items: ['a', 'b'] }
  const { fetched, iterate } = server({
    first: { ...same, next: '2' },
    2: { ...same, next: '3' },
    3: { ...same, next: '4' }
  })
  expect(await collect(iterate())).toEqual(['a', 'b'])
  expect(fetched).toEqual(['first', '2'])
})

test('ends at an empty link', async () => {
  const { fetched, iterate } = server({ first: { items: ['a'], next: '' } })
  expect(await collect(iterate())).toEqual(['a'])
  expect(fetched).toEqual(['first'])
})

test('hands a failure on, after the items that came before it', async () => {
  const { iterate } = server({ first: { items: ['a'], next: 'gone' } })
  const items = iterate()
  expect(await items.next()).toEqual({ done: false, value: 'a' })
  await expect(items.next()).rejects.toThrow('no page gone')
})

test('a page of which all was left out is no empty one', async () => {
  const pages = [
    { sent: ['?'], items: [] },
    { sent: ['?', 'b'], items: ['b'] },
    { sent: [], items: [] }
  ]
  const follow = async (at: number) => ({ at, ...(pages[at] ?? { sent: ['?'], items: ['too far'] }) })
  const walk = iteratePages({
    ...{ first: () => follow(0), follow, next: ({ at }: { at: number }) => at + 1 },
    items: ({ items }) => items,
    sent: ({ sent }) => sent
  })
  expect(await collect(walk)).toEqual(['b'])
})

test.each([0, 1])(
  'any of its signals ends the page under way, and none is listened to between pages: %i',
  async (which) => {
    const signals = [countedSignal(), countedSignal()]
    const asked: AbortSignal[] = []
    const get = async (_: string, signal: AbortSignal): Promise<Page> => {
      asked.push(signal)
      if (asked.length === 1) return { items: ['a'], next: '2' }
      return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
    }
    const items = iteratePages<Page, string>(
      { first: (signal) => get('first', signal), items: (page) => page.items, next: (page) => page.next, follow: get },
      signals.map(({ signal }) => signal)
    )
    await items.next()
    expect(signals.map(({ left }) => left())).toEqual([0, 0])
    const second = items.next()
    await vi.waitFor(() => expect(asked).toHaveLength(2))
    signals[which]?.abort('left')
    await expect(second).rejects.toBe('left')
    expect(signals.map(({ left }) => left())).toEqual([0, 0])
  }
)

test('who changes the items changes nothing for the end of the walk', async () => {
  const item = () => ({ id: 'a' })
  const pages = iteratePages<{ n: number; items: { id: string }[] }, { id: string }, number>({
    first: async () => ({ n: 1, items: [item()] }),
    items: ({ items }) => items,
    next: ({ n }) => n + 1,
    follow: async (n) => {
      if (n > 2) expect.unreachable()
      return { n, items: [item()] }
    }
  })
  const seen: string[] = []
  for await (const one of pages) {
    seen.push(one.id)
    one.id = 'changed'
  }
  expect(seen).toEqual(['a'])
})
