import { expect, test } from 'vitest'
import { readPlace, serversHref, viewHref } from './location.ts'

const at = (href: string): ReturnType<typeof readPlace> => readPlace(`https://explorer.example/app/${href}`)

test('what is written as a link is read as it was', () => {
  const inputs = '{"a":"x & y?","b":[1]}'
  const place = at(`?ogc=demo${viewHref(['processes', 'a/b c'], { inputs, search: undefined })}`)
  expect(place).toMatchObject({ ogc: 'demo', cas: undefined, view: ['processes', 'a/b c'] })
  expect(Object.fromEntries(place.query)).toEqual({ inputs })
})

test('servers stand in the query', () => {
  const ogc = 'https://example.com/ogc?x=1&y'
  const href = serversHref({ ogc, cas: '' }, ['processes'])
  expect(href).toBe('?ogc=https://example.com/ogc%3Fx%3D1%26y#/processes')
  expect(at(href)).toMatchObject({ ogc, cas: undefined, view: ['processes'] })
})

test('an address that nobody wrote opens the start', () => {
  expect(at('')).toMatchObject({ ogc: undefined, cas: undefined, view: [] })
  expect(at('#/processes/%E0%A4%A')).toMatchObject({ view: ['processes', '%E0%A4%A'] })
})
