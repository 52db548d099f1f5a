import fc from 'fast-check'
import { expect, test } from 'vitest'
import { boundaryOf, MultipartParser } from './parser.ts'

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)

interface SeenPart {
  readonly headers: Record<string, string>
  readonly body: number[]
}

/** The parts of a body that comes in these chunks; undefined where it is not complete. */
function partsOf(chunks: readonly Uint8Array<ArrayBuffer>[], boundary: string): SeenPart[] | undefined {
  const parser = new MultipartParser(boundary)
  const parts: SeenPart[] = []
  let isOpen = false
  for (const event of chunks.flatMap((chunk) => [...parser.push(chunk)])) {
    // A part begins, has its bytes and ends, in that order and no other.
    expect(isOpen).toBe(event.kind !== 'part')
    isOpen = event.kind !== 'end'
    if (event.kind === 'part') parts.push({ headers: Object.fromEntries(event.headers), body: [] })
    if (event.kind === 'data') parts.at(-1)?.body.push(...event.bytes)
  }
  return parser.isComplete ? parts : undefined
}

/** What is parsed, whether it comes at once or byte by byte. */
function parse(body: string, type = 'multipart/related; boundary=b'): unknown {
  const boundary = boundaryOf(type)
  if (boundary === undefined) return 'no boundary'
  const whole = bytes(body)
  const parts = partsOf([whole], boundary)
  expect(
    partsOf(
      [...whole].map((byte) => Uint8Array.of(byte)),
      boundary
    )
  ).toEqual(parts)
  return parts?.map(({ headers, body }) => [headers, new TextDecoder().decode(Uint8Array.from(body))])
}

test.each([
  ['bare', 'multipart/related; boundary=b-1', '--b-1\r\n\r\nx\r\n--b-1--'],
  ['quoted', 'multipart/related; type="text/plain"; boundary="b 1;="', '--b 1;=\r\n\r\nx\r\n--b 1;=--'],
  ['quoted with escapes', 'multipart/related; boundary="b\\"1\\\\"', '--b"1\\\r\n\r\nx\r\n--b"1\\--'],
  ['in upper case, before others', 'multipart/mixed;BOUNDARY = b;start="<a>"', '--b\r\n\r\nx\r\n--b--\r\n']
])('a boundary that is %s', (_, type, body) => {
  expect(parse(body, type)).toEqual([[{}, 'x']])
})

test.each(['multipart/related', 'multipart/related; boundary=""', `multipart/related; boundary=${'b'.repeat(257)}`])(
  'no boundary can be used of %s',
  (type) => {
    expect(boundaryOf(type)).toBeUndefined()
  }
)

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

test('a boundary counts as a whole line only', () => {
  const content = `--bc\r\n --b\r\nx--b\r\n--b-\r\n--b\rx\r\n--b${' '.repeat(129)}\r\n`
  expect(parse(`--b\r\n\r\n${content}\r\n--b--`)).toEqual([[{}, content]])
})

test.each([
  ['no content', '--b\r\nA: 1\r\n\r\n\r\n--b--', [[{ a: '1' }, '']]],
  ['no content and no line break', '--b\r\nA: 1\r\n\r\n--b--', [[{ a: '1' }, '']]],
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
  ['its closing boundary', '--b\r\n\r\none\r\n--b\r\n\r\ntwo'],
  ['its last dash', '--b\r\n\r\none\r\n--b-'],
  ['any boundary', 'one'],
  ['anything', '']
])('a body without %s is not complete', (_, body) => {
  expect(parse(body)).toBeUndefined()
})

test('headers beyond any sense end the reading', () => {
  const push = (text: string) => () => [...new MultipartParser('b').push(bytes(text))]
  expect(push(`--b\r\nA: ${'x'.repeat(8_200)}`)).toThrow('a header line of a part is too long')
  expect(push(`--b\r\n${`A: ${'x'.repeat(7_000)}\r\n`.repeat(11)}`)).toThrow('the headers of a part are too long')
  expect(push(`--b\r\n${'A: 1\r\n'.repeat(101)}`)).toThrow('a part has too many headers')
  expect([...new MultipartParser('b').push(bytes(`--b\r\n${'A: 1\r\n'.repeat(100)}\r\n`))]).toHaveLength(1)
})

const headerName = fc.stringMatching(/^[A-Za-z][A-Za-z0-9-]{0,10}$/)
const headerValue = fc.stringMatching(/^(?:[!-~][ -~]{0,20}[!-~])?$/)
/** Made of what delimiters are made of, so that they nearly occur. */
const content = fc.oneof(
  fc.uint8Array({ maxLength: 60 }),
  fc.array(fc.constantFrom('-', '--', 'b', '--b', '\r', '\n', '\r\n', ' ', 'x')).map((parts) => bytes(parts.join('')))
)

test('any parts, written and cut anywhere, come back as they were', () => {
  const parts = fc.array(fc.record({ name: headerName, value: headerValue, body: content }), { maxLength: 5 })
  const cuts = fc.array(fc.nat(), { maxLength: 10 })
  fc.assert(
    fc.property(parts, fc.stringMatching(/^b[b-]{0,5}#$/), cuts, (given, boundary, where) => {
      const pieces = given.flatMap(({ name, value, body }) => [
        bytes(`--${boundary}\r\n${name}: ${value}\r\n\r\n`),
        body,
        bytes('\r\n')
      ])
      const whole = Uint8Array.from([...pieces, bytes(`--${boundary}--`)].flatMap((piece) => [...piece]))
      const at = [0, ...where.map((cut) => cut % whole.length).toSorted((a, b) => a - b), whole.length]
      const chunks = at.slice(1).map((end, i) => whole.slice(at[i], end))
      expect(partsOf(chunks, boundary)).toEqual(
        given.map(({ name, value, body }) => ({ headers: { [name.toLowerCase()]: value }, body: [...body] }))
      )
    })
  )
})

test('any bytes are read without a fault, and in any pieces alike', () => {
  fc.assert(
    fc.property(fc.array(content, { maxLength: 20 }), (chunks) => {
      const whole = Uint8Array.from(chunks.flatMap((chunk) => [...chunk]))
      expect(partsOf(chunks as Uint8Array<ArrayBuffer>[], 'b')).toEqual(partsOf([whole], 'b'))
    })
  )
})

/** How many events a body has that comes in chunks of this size. */
function eventsOf(body: string, size: number): number {
  const parser = new MultipartParser('bbbbbbbb')
  const whole = bytes(body)
  let events = 0
  for (let at = 0; at < whole.length; at += size) events += [...parser.push(whole.subarray(at, at + size))].length
  return events
}

// A quadratic parser would need minutes for each of these, far beyond the bound of a test.
test.each([
  ['dashes', `--bbbbbbbb\r\n\r\n${'-'.repeat(4_000_000)}`],
  ['line breaks', `--bbbbbbbb\r\n\r\n${'\r\n'.repeat(2_000_000)}`],
  ['almost boundaries', `--bbbbbbbb\r\n\r\n${'\r\n--bbbbbbb'.repeat(400_000)}`],
  ['padded boundaries', `--bbbbbbbb\r\n\r\n${`\r\n--bbbbbbbb${' '.repeat(120)}x`.repeat(30_000)}`],
  ['empty parts', '--bbbbbbbb\r\n\r\n'.repeat(100_000)],
  ['headers', `--bbbbbbbb\r\n${`${'A: 1\r\n'.repeat(100)}\r\n--bbbbbbbb\r\n`.repeat(900)}`]
])('a body full of %s is read in one pass, in chunks of any size', (_, body) => {
  for (const size of [body.length, 65_536, 97]) expect(eventsOf(body, size)).toBeGreaterThan(0)
})
