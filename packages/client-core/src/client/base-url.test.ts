import { afterEach, expect, test, vi } from 'vitest'
import { makeError } from '../testing/make-error.ts'
import { inBrowser } from '../testing/platform.ts'
import { thrown } from '../testing/rejection.ts'
import { readBaseUrl } from './base-url.ts'

afterEach(() => vi.unstubAllGlobals())

test.each([
  ['https://api.example', 'https://api.example'],
  ['https://api.example/', 'https://api.example'],
  ['https://api.example/ogc/processes/v1', 'https://api.example/ogc/processes/v1'],
  ['https://api.example/ogc//', 'https://api.example/ogc'],
  ['HTTP://API.example:80/Base', 'http://api.example/Base'],
  ['http://127.0.0.1:8008/a/../b', 'http://127.0.0.1:8008/b'],
  ['http://[::1]:8008/{x}', 'http://[::1]:8008/%7Bx%7D'],
  ['https://api.example/a?', 'https://api.example/a'],
  ['https://api.example/a#', 'https://api.example/a']
])('%s is the base %s', (baseUrl, expected) => {
  expect(readBaseUrl(baseUrl, makeError)).toBe(expected)
})

/** Where there is no page that they could count from. */
const relative: [baseUrl: string, shown: string][] = ['api.example', '/ogc'].map((path) => [path, `"${path}"`])

test.each<[baseUrl: string | number | undefined, shown: string]>([
  ...(inBrowser ? [] : relative),
  [undefined, 'undefined'],
  ['', '""'],
  [42, '42'],
  ['localhost:8008', '"localhost:8008"'],
  ['ftp://api.example/x', '"ftp://api.example/x"'],
  ['https://api.example/x?f=json', '"https://api.example/x?***"'],
  ['https://api.example/x#top', '"https://api.example/x#***"'],
  ['https://ann@api.example/x', '"https://***@api.example/x"']
])('%j is refused, shown as %s', async (baseUrl, shown) => {
  const { code, message } = await thrown(() => readBaseUrl(baseUrl, makeError))
  expect(code).toBe('invalid-argument')
  expect(message).toMatch(/^baseUrl must be an absolute http\(s\) URL/)
  expect(message.endsWith(`, got ${shown}`)).toBe(true)
})

test.each([
  'https://ann:hunter2@api.example/x',
  'https://ann:hunter2@bad[host/x',
  'https://api.example/x?token=hunter2',
  'https://api.example/x#hunter2'
])('no secret of %s is shown', async (baseUrl) => {
  const { message } = await thrown(() => readBaseUrl(baseUrl, makeError))
  expect(message).not.toContain('hunter2')
})

test('in a browser a path alone counts from the page', () => {
  // The location of a page is its own, and cannot be replaced.
  if (!inBrowser) vi.stubGlobal('location', { href: 'https://page.example/app/index.html?a=b#c' })
  const { href } = globalThis.location
  expect(readBaseUrl('/ogc/', makeError)).toBe(`${new URL(href).origin}/ogc`)
  expect(readBaseUrl('ogc', makeError)).toBe(new URL('ogc', href).href)
  expect(() => readBaseUrl('', makeError)).toThrow('baseUrl must be')
})
