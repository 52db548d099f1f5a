import { expect, test } from 'vitest'
import { toPage } from './paging.ts'

const all = Array.from({ length: 25 }, (_, index) => index)

function page(query: string): { items: number[]; links: Record<string, string> } {
  const { items, links } = toPage(all, new URL(`http://h/base/list${query}`))
  return { items, links: Object.fromEntries(links.map(({ rel = '', href }) => [rel, href])) }
}

test('a page has 10 items unless asked otherwise', () => {
  expect(page('').items).toEqual(all.slice(0, 10))
  expect(page('?limit=3').items).toEqual([0, 1, 2])
  expect(page('?limit=10000').items).toEqual(all)
})

test('next leads on to the end, with all that was asked; prev leads back', () => {
  const first = page('?status=a&status=b&limit=10')
  expect(first.links).toEqual({
    self: 'http://h/base/list?status=a&status=b&limit=10',
    next: 'http://h/base/list?status=a&status=b&limit=10&offset=10'
  })
  const second = page('?limit=10&offset=10')
  expect(second.links.next).toBe('http://h/base/list?limit=10&offset=20')
  expect(second.links.prev).toBe('http://h/base/list?limit=10')
  const third = page('?limit=10&offset=20')
  expect(third.items).toEqual([20, 21, 22, 23, 24])
  expect(third.links.next).toBeUndefined()
  expect(third.links.prev).toBe('http://h/base/list?limit=10&offset=10')
})

test('there is no next after a full last page', () => {
  expect(page('?limit=5&offset=20').links.next).toBeUndefined()
})

test('behind the end there is nothing, but a way back', () => {
  expect(page('?limit=5&offset=99')).toMatchObject({
    items: [],
    links: { prev: 'http://h/base/list?limit=5&offset=94' }
  })
})

test.each(['limit=0', 'limit=10001', 'limit=ten', 'limit=-1', 'limit=1.5', 'limit='])('%s is refused', (query) => {
  expect(() => page(`?${query}`)).toThrow('Expected: an integer from 1 to 10000.')
})

test('a wrong offset is refused', () => {
  expect(() => page('?offset=x')).toThrow("Parameter 'offset' is 'x'. Expected: an integer of at least 0.")
})
