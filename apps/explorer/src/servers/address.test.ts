import { expect, test } from 'vitest'
import { readAddress } from './address.ts'
import { readForwarded } from './proxy.ts'

test.each([
  ['https://example.com/ogc', 'https://example.com/ogc'],
  [' example.com/ogc#x ', 'https://example.com/ogc'],
  ['localhost:8008', 'http://localhost:8008/'],
  ['127.0.0.1:1/api', 'http://127.0.0.1:1/api'],
  ['LOCALHOST:80', 'http://localhost/'],
  ['127.0.0.2', 'http://127.0.0.2/'],
  ['[::1]:8080/ogc', 'http://[::1]:8080/ogc'],
  ['localhost.example.org', 'https://localhost.example.org/'],
  ['127.example.org', 'https://127.example.org/'],
  ['example.org:80', 'https://example.org:80/'],
  ['demo', 'demo']
])('%j opens %s', (text, address) => expect(readAddress(text)).toEqual({ address }))

test.each([
  ['javascript:alert(1)', 'not-http'],
  ['ftp://example.com', 'not-http'],
  ['', 'not-http'],
  ['https://ann:secret@example.com', 'has-credentials'],
  ['https://example.com/ogc?token=secret', 'has-query']
])('%j is refused: %s', (text, fault) => expect(readAddress(text)).toEqual({ fault }))

test('what the program wrote into the page', () => {
  expect(readForwarded('{"https://example.com":"/via/0"}')).toEqual([{ origin: 'https://example.com', path: '/via/0' }])
  expect(readForwarded(null)).toEqual([])
})
