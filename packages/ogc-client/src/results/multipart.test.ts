import { expect, test } from 'vitest'
import { parseMultipart } from './multipart.ts'

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)
const parse = (body: string, type = 'multipart/related; boundary=b'): unknown =>
  parseMultipart(bytes(body), type)?.map(({ headers, body }) => [
    Object.fromEntries(headers),
    new TextDecoder().decode(body)
  ])

test.each([
  ['bare', 'multipart/related; boundary=b-1', '--b-1\r\n\r\nx\r\n--b-1--'],
  ['quoted', 'multipart/related; type="text/plain"; boundary="b 1;="', '--b 1;=\r\n\r\nx\r\n--b 1;=--'],
  ['in upper case, before others', 'multipart/mixed;BOUNDARY=b;start="<a>"', '--b\r\n\r\nx\r\n--b--\r\n']
])('a boundary that is %s', (_, type, body) => {
  expect(parse(body, type)).toEqual([[{}, 'x']])
})

test('preamble, epilogue and white space after a boundary are no content', () => {
  const body =
    'a preamble\r\nwith --b in it\r\n--b \t\r\nA: 1\r\n\r\none\r\n--b\r\nB: 2\r\n\r\ntwo\r\n--b--\r\nan epilogue\r\n--b\r\n\r\nno'
  expect(parse(body)).toEqual([
    [{ a: '1' }, 'one'],
    [{ b: '2' }, 'two']
  ])
})

test('lines may end with LF alone', () => {
  expect(parse('--b\nA: 1\n\none\ntwo\n--b--\n')).toEqual([[{ a: '1' }, 'one\ntwo']])
})

test('only the line break before a boundary belongs to it', () => {
  expect(parse('--b\r\n\r\n\r\none\r\n\r\n\r\n--b--')).toEqual([[{}, '\r\none\r\n\r\n']])
})

test('bytes stay as they are', () => {
  const content = Uint8Array.from({ length: 512 }, (_, i) => i % 256)
  const body = Uint8Array.of(...bytes('--b\r\n\r\n'), ...content, ...bytes('\r\n--b--'))
  expect(parseMultipart(body, 'multipart/related; boundary=b')?.[0]?.body).toEqual(content)
})

test('a boundary counts as a whole line only', () => {
  expect(parse('--b\r\n\r\n--bc\r\n --b\r\nx--b\r\n--b-\r\n--b--')).toEqual([[{}, '--bc\r\n --b\r\nx--b\r\n--b-']])
})

test.each([
  ['no content', '--b\r\nA: 1\r\n\r\n\r\n--b--', [[{ a: '1' }, '']]],
  ['no blank line', '--b\r\nA: 1\r\n--b--', [[{ a: '1' }, '']]],
  ['nothing at all', '--b\r\n--b--', [[{}, '']]],
  ['no parts', '--b--', []]
])('%s', (_, body, parts) => {
  expect(parse(body)).toEqual(parts)
})

test('a line that is no header is passed over', () => {
  expect(parse('--b\r\nnonsense\r\nB@d: 1\r\n: 2\r\nGood:  3 \r\nTight:4\r\n\r\nx\r\n--b--')).toEqual([
    [{ good: '3', tight: '4' }, 'x']
  ])
})

test.each([
  ['its closing boundary', '--b\r\n\r\none\r\n--b\r\n\r\ntwo', undefined],
  ['any boundary', 'one', undefined],
  ['anything', '', undefined],
  ['a boundary to look for', '--b\r\n\r\nx\r\n--b--', 'multipart/related'],
  ['a boundary that is something', '--\r\n\r\nx\r\n----', 'multipart/related; boundary=""']
])('a body without %s is not taken', (_, body, type) => {
  expect(parse(body, type)).toBeUndefined()
})

// A quadratic parser would need minutes for this, far beyond the bound of a test.
test('a body full of dashes is read in one pass', () => {
  const body = bytes(`--b\r\n\r\n${'-'.repeat(4_000_000)}\r\n--b--`)
  expect(parseMultipart(body, 'multipart/related; boundary=b')?.[0]?.body.length).toBe(4_000_000)
})
