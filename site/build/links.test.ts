import { expect, test } from 'vitest'
import { linkOnSite, withLinks } from './links.ts'

const pages = new Map([
  ['docs/jobs.md', 'guide/jobs.md'],
  ['README.md', 'overview.md'],
  ['examples/map/README.md', 'examples/map.md']
])
const places = {
  pages,
  picture: (source: string) => `pictures/${source.slice(5)}`,
  file: (source: string) => `file:${source}`
}
const link = (url: string, source = 'docs/jobs.md', target = 'guide/jobs.md'): string | undefined =>
  linkOnSite(url, { source, target }, places)

test('a link to a page leads to its place on the site, with its fragment', () => {
  expect(link('../README.md#packages')).toBe('../overview.md#packages')
  expect(link('docs/jobs.md', 'README.md', 'overview.md')).toBe('./guide/jobs.md')
  expect(link('../examples/map')).toBe('../examples/map.md')
})

test('pictures and sources have places of their own; what is outside stays', () => {
  expect(link('pictures/a.png')).toBe('../pictures/pictures/a.png')
  expect(link('../packages/a.ts#L3')).toBe('file:packages/a.ts#L3')
  expect([link('https://example.com/a.md'), link('#start'), link('mailto:a@b.c')]).toEqual([
    undefined,
    undefined,
    undefined
  ])
})

test('links in code, and all other text, stay as they are', () => {
  const text = 'See [a.md](a.md "A"), `[b](b.md)` and ![p](a.md)\n\n```\n[c](c.md)\n```\n\n[d]: d.md\n'
  expect(withLinks(text, (url) => `x/${url}`)).toBe(
    'See [a.md](x/a.md "A"), `[b](b.md)` and ![p](x/a.md)\n\n```\n[c](c.md)\n```\n\n[d]: x/d.md\n'
  )
})
