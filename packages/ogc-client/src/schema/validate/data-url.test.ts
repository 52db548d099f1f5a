import { expect, test } from 'vitest'
import { readDataUrl } from './data-url.ts'

test.each([
  ['data:,a%20b', undefined, [97, 32, 98]],
  ['data:text/plain;charset=utf-8,%C3%A9é', 'text/plain;charset=utf-8', [0xc3, 0xa9, 0xc3, 0xa9]],
  ['data:application/octet-stream;base64,AP8=', 'application/octet-stream', [0, 255]],
  ['data:;base64,', undefined, []],
  ['DATA:,%FF', undefined, [255]]
])('%s', (href, mediaType, bytes) => {
  expect(readDataUrl(href)).toEqual({ mediaType, bytes: Uint8Array.from(bytes) })
})

test.each(['http://host/', 'data:', 'data:text/plain', 'data:;base64,%%', 'data:,%zz', 'data:,100%'])(
  '%s is none',
  (href) => {
    expect(readDataUrl(href)).toBeUndefined()
  }
)
