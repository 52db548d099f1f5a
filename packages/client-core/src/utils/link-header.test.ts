import { expect, test } from 'vitest'
import { parseLinkHeader } from './link-header.ts'

const next = { href: '/jobs?offset=10', rel: 'next' }

test.each([
  ['one link', '</jobs?offset=10>; rel="next"', [next]],
  ['a rel without quotes', '</jobs?offset=10>; rel=next', [next]],
  ['space wherever it may stand', '  < /jobs?offset=10 > ;  rel = next ', [next]],
  ['names in any case', '</jobs?offset=10>;REL=next', [next]],
  ['several links', '</a>; rel=prev, </jobs?offset=10>; rel="next"', [{ href: '/a', rel: 'prev' }, next]],
  ['a comma in the target', '</a?bbox=1,2;3>; rel=self', [{ href: '/a?bbox=1,2;3', rel: 'self' }]],
  [
    'a quote in the target',
    '</a?q=">; rel=self, </b>; rel=up',
    [
      { href: '/a?q="', rel: 'self' },
      { href: '/b', rel: 'up' }
    ]
  ],
  ['separators in quotes', '</a>; title="x, y; <z>"; rel=up', [{ href: '/a', title: 'x, y; <z>', rel: 'up' }]],
  ['escapes in quotes', '</a>; title="say \\"a\\\\b\\""', [{ href: '/a', title: 'say "a\\b"' }]],
  [
    'a separator after an escaped quote',
    '</a>; title="x\\", <y>; z"; rel=up',
    [{ href: '/a', title: 'x", <y>; z', rel: 'up' }]
  ],
  ['a flag that only begins like a name', '</a>; relx; rel=up', [{ href: '/a', rel: 'up' }]],
  ['an equals sign in a value', '</a>; title="a=b"', [{ href: '/a', title: 'a=b' }]],
  [
    'all that is kept',
    '</a>; rel=x; type="text/html"; title=t',
    [{ href: '/a', rel: 'x', type: 'text/html', title: 't' }]
  ],
  ['several relations', '</a>; rel="next last"', [{ href: '/a', rel: 'next last' }]],
  ['a repeated parameter, of which the first counts', '</a>; rel=one; rel=two', [{ href: '/a', rel: 'one' }]],
  ['parameters that nobody asked for', "</a>; media=x; flag; title*=UTF-8''y; rel=up", [{ href: '/a', rel: 'up' }]],
  ['empty members', ', ,</a>; ; rel=up,,', [{ href: '/a', rel: 'up' }]],
  ['no angle brackets, as ZOO-Project writes it', '/jobs/1; rel=monitor', [{ href: '/jobs/1', rel: 'monitor' }]],
  ['an empty target', '<>; rel=next', []],
  ['nothing', '', []],
  ['a bracket that is not closed', '</a, </b>; rel=x', [{ href: '/a, </b', rel: 'x' }]],
  [
    'a quote that is not closed',
    '</a>; rel=up; title="x, </b>; rel=next',
    [{ href: '/a', rel: 'up', title: 'x, </b>; rel=next' }]
  ]
])('%s', (_, header, links) => {
  expect(parseLinkHeader(header)).toEqual(links)
})

test('no header is no link', () => {
  expect([parseLinkHeader(null), parseLinkHeader(undefined)]).toEqual([[], []])
})

const hostile: ReadonlyArray<readonly [string, string]> = [
  ['<', '<'],
  ['quotes', '"'],
  ['backslashes in quotes', '\\'],
  ['commas', ','],
  ['semicolons', ';'],
  ['spaces', ' '],
  ['links', '<a>;rel="x",'],
  ['parameters', ';rel="x"'],
  ['open quotes', ';a="'],
  ['closing brackets', '>'],
  ['equals signs', '=']
]

// A quadratic parser would need minutes for this, far beyond the bound of a test.
test.each(hostile)('a header full of %s is read in one pass', (_, piece) => {
  const header = `</a>; title="${piece === '\\' ? '' : '"; '}${piece.repeat(2_000_000 / piece.length)}`
  expect(parseLinkHeader(header)[0]?.href).toBe('/a')
})
