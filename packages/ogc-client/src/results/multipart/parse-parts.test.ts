import { expect, test } from 'vitest'
import { read } from '../../testing/read-results.ts'
import { rejection } from '../../testing/rejection.ts'

const type = 'multipart/related; boundary="b=1"'
const parts = (...parts: readonly string[]): string =>
  `${parts.map((part) => `--b=1\r\n${part.replaceAll('\n', '\r\n')}\r\n`).join('')}--b=1--\r\n`

test('each part is an output of its own kind', async () => {
  const body = parts(
    'Content-ID: mean\nContent-Type: application/json\n\n12.5',
    'Content-ID: where\nContent-Type: application/geo+json\n\n{"type":"Point"}',
    'Content-ID: table\nContent-Type: text/csv\n\na;b\n1;2',
    'Content-ID: image\nContent-Type: image/png\n\nabc',
    'Content-ID: tile\nContent-Type: image/png\nContent-Transfer-Encoding: BASE64\n\nYWJj\nZA==',
    'Content-ID: list\nContent-Type: application/json\nContent-Transfer-Encoding: base64\n\nWzFd',
    'Content-ID: far\nContent-Type: image/tiff\nContent-Location: https://s.example/a.tif\n\n',
    'Content-ID: near\nContent-Location: ../../store/b\n\n',
    'Content-ID: both\nContent-Location: /x\nContent-Type: text/plain\n\nhere'
  )
  const results = await read({ body, type })
  expect([...results].map(([id, { kind, mediaType }]) => [id, kind, mediaType])).toEqual([
    ['mean', 'value', 'application/json'],
    ['where', 'value', 'application/geo+json'],
    ['table', 'value', 'text/csv'],
    ['image', 'bytes', 'image/png'],
    ['tile', 'bytes', 'image/png'],
    ['list', 'value', 'application/json'],
    ['far', 'reference', 'image/tiff'],
    ['near', 'reference', undefined],
    ['both', 'value', 'text/plain']
  ])
  expect(results.toJSON()).toEqual({
    mean: 12.5,
    where: { type: 'Point' },
    table: 'a;b\r\n1;2',
    image: { value: 'YWJj', encoding: 'base64', mediaType: 'image/png' },
    tile: { value: 'YWJjZA==', encoding: 'base64', mediaType: 'image/png' },
    list: [1],
    far: { href: 'https://s.example/a.tif', type: 'image/tiff' },
    near: { href: 'https://ogc.example/base/store/b' },
    both: 'here'
  })
})

test.each([
  ['mean', 'mean'],
  ['<mean>', 'mean'],
  ['<mean@job-1>', 'mean'],
  ['mean@job-1', 'mean'],
  ['cid:mean@job-1', 'mean'],
  ['<cid:my%20mean>', 'my mean'],
  ['cid:%zz', '%zz'],
  ['@', '@'],
  ['__proto__', '__proto__']
])('PartNames: Content-ID %s names the output %s', async (id, name) => {
  const results = await read({ body: parts(`Content-ID: ${id}\n\nx`), type })
  expect([...results].map(([key]) => key)).toEqual([name])
})

test('parts without an id are the outputs in their order, but for those that are named', async () => {
  const part = 'Content-Type: application/json\n\n'
  const body = parts(`${part}1`, `Content-ID: a\n${part}2`, `${part}3`, `${part}4`)
  expect((await read({ body, type, ids: ['a', 'b', 'c'] })).toJSON()).toEqual({ b: 1, a: 2, c: 3, result4: 4 })
  expect((await read({ body, type })).toJSON()).toEqual({ result1: 1, a: 2, result3: 3, result4: 4 })
})

test('an id that has an @ is an id where the process has it', async () => {
  const body = parts('Content-ID: <a@b@job>\n\nx', 'Content-ID: <c@d>\n\ny')
  expect([...(await read({ body, type, ids: ['c@d'] }))].map(([id]) => id)).toEqual(['a', 'c@d'])
})

test('a part may be named by its disposition', async () => {
  const body = parts('Content-Disposition: attachment; filename="f.txt"; name="mean"\n\nx')
  expect([...(await read({ body, type }))].map(([id]) => id)).toEqual(['mean'])
})

test('of parts with one name none is lost', async () => {
  const part = 'Content-Type: application/json\nContent-ID: a\n\n'
  const body = parts(`${part}1`, `${part}2`, 'Content-Type: application/json\nContent-ID: a.2\n\n3')
  expect((await read({ body, type })).toJSON()).toEqual({ a: 1, 'a.2': 2, 'a.2.2': 3 })
})

test('a hundred thousand parts are read in one pass, whatever their names', async () => {
  const body = '--b=1\r\nContent-ID: a\r\n\r\n\r\n'.repeat(100_000)
  expect((await read({ body: `${body}--b=1--`, type, maxBodyBytes: 1e8 })).size).toBe(100_000)
})

test('more parts than any process has outputs are malformed', async () => {
  const body = '--b=1\r\n\r\n'.repeat(100_001)
  const error = await rejection(read({ body: `${body}--b=1--`, type, maxBodyBytes: 1e8 }))
  expect(error).toMatchObject({ code: 'malformed-body', message: expect.stringContaining('more than 100000 parts') })
})

test('each header line of a part has its price, also where its name came before', async () => {
  const body = `--b=1\r\n${'A:\r\n'.repeat(100)}\r\n`.repeat(200)
  const results = await read({ body: `${body}--b=1--`, type, maxBodyBytes: 1e6 })
  expect(results.size).toBeLessThan(100)
})

test('headers of a part beyond any sense are malformed', async () => {
  const error = await rejection(read({ body: parts(`A: ${'x'.repeat(100_000)}`), type }))
  expect(error).toMatchObject({
    code: 'malformed-body',
    message: expect.stringContaining('the headers of a part are too long')
  })
})

test('a part’s text is read in its own charset', async () => {
  const text = new TextEncoder().encode('--b=1\r\nContent-ID: a\r\nContent-Type: text/plain; charset=latin1\r\n\r\n')
  const body = Uint8Array.of(...text, 0xe9, ...new TextEncoder().encode('\r\n--b=1--'))
  expect((await read({ body, type })).toJSON()).toEqual({ a: 'é' })
})

test('a part that is no JSON, though it says so, costs none of the others', async () => {
  const json = 'Content-Type: application/json\nContent-ID:'
  const results = await read({ body: parts(`${json} a\n\n{"x":`, `${json} b\n\n[1]`), type })
  expect(await results.get('b').json()).toEqual([1])
  expect(await results.get('a').text()).toBe('{"x":')
  expect(await rejection(results.get('a').json())).toMatchObject({
    code: 'malformed-body',
    message: 'the output is not JSON: application/json'
  })
})

test('a body without any part has no outputs', async () => {
  expect((await read({ body: '--b=1--', type })).size).toBe(0)
})
