import { expect, test } from 'vitest'
import { makeOgcError } from '../../errors/ogc-error.ts'
import { read } from '../../testing/read-results.ts'
import { rejection } from '../../testing/rejection.ts'
import { replyOf } from '../../testing/reply.ts'
import { heldContent } from './content.ts'
import { bytesOutput } from './inline-output.ts'
import type { Output } from './types.ts'

/** What all readers make of an output. */
async function readers(output: Output): Promise<unknown[]> {
  const blob = await output.blob()
  const streamed = await new Response(await output.stream()).text()
  const buffered = new TextDecoder().decode(await output.arrayBuffer())
  return [await output.json(), await output.text(), [blob.type, await blob.text()], buffered, streamed]
}

const value = async (body: string): Promise<Output> =>
  (await read({ body: `{"a":${body}}`, type: 'application/json', ids: ['a'] })).get('a')

test.each([
  ['12', 12, '12', 'application/json'],
  ['null', null, 'null', 'application/json'],
  ['{"x":[1]}', { x: [1] }, '{"x":[1]}', 'application/json'],
  ['"é"', 'é', 'é', 'text/plain'],
  ['{"value":"a;b","mediaType":"text/csv"}', 'a;b', 'a;b', 'text/csv'],
  ['{"value":"a","mediaType":"application/json"}', 'a', '"a"', 'application/json'],
  ['{"value":{"x":1},"mediaType":"application/geo+json"}', { x: 1 }, '{"x":1}', 'application/geo+json']
])('a value %s', async (body, json, text, type) => {
  const output = await value(body)
  expect(output).toMatchObject({ kind: 'value', value: json })
  expect(await readers(output)).toEqual([json, text, [type, text], text, text])
})

test('bytes that are JSON', async () => {
  const output = await value('{"value":"eyJ4IjoxfQ==","encoding":"base64","mediaType":"application/x"}')
  expect(output.kind).toBe('bytes')
  expect(await readers(output)).toEqual([{ x: 1 }, '{"x":1}', ['application/x', '{"x":1}'], '{"x":1}', '{"x":1}'])
})

test.each([
  [Uint8Array.of(0, 255), 'image/tiff', 'image/tiff'],
  [Uint8Array.of(), undefined, 'bytes without media type']
])('bytes that are no JSON say so: %s', async (bytes, type, what) => {
  const { output } = bytesOutput(heldContent(bytes), type, makeOgcError)
  const error = await rejection(output.json())
  expect(error).toMatchObject({ code: 'malformed-body', message: `the output is not JSON: ${what}` })
  expect(error.cause).toBeInstanceOf(SyntaxError)
  expect((await output.blob()).type).toBe(type ?? '')
})

test('what is done to the bytes of one reading does not show in another', async () => {
  const { output } = bytesOutput(heldContent(Uint8Array.of(1, 2)), undefined, makeOgcError)
  new Uint8Array(await output.arrayBuffer())[0] = 9
  expect(new Uint8Array(await output.arrayBuffer())).toEqual(Uint8Array.of(1, 2))
})

test('a reference is fetched at each reading', async () => {
  const fetched: unknown[] = []
  const results = await read({
    body: '{"a":{"href":"x.json","type":"application/json"}}',
    type: 'application/json',
    get: async ({ href }, options) => {
      fetched.push([href, options])
      return replyOf('{"x":1}', { headers: { 'Content-Type': 'application/json' } })
    }
  })
  expect(fetched).toEqual([])
  const output = results.get('a')
  const href = 'https://ogc.example/base/jobs/j/x.json'
  expect(output).toMatchObject({ kind: 'reference', href, mediaType: 'application/json' })
  expect(await readers(output)).toEqual([{ x: 1 }, '{"x":1}', ['application/json', '{"x":1}'], '{"x":1}', '{"x":1}'])
  expect(fetched).toEqual(Array(5).fill([href, undefined]))
  const options = { timeout: 5 }
  await output.text(options)
  expect(fetched.at(-1)).toEqual([href, options])
})

test('a reference without content has an empty stream', async () => {
  const results = await read({
    body: '{"a":{"href":"x"}}',
    type: 'application/json',
    get: async () => replyOf(null, { status: 204 })
  })
  expect(await new Response(await results.get('a').stream()).text()).toBe('')
})

test('a reference that is no JSON says so without its secrets', async () => {
  const results = await read({
    body: '{"a":{"href":"https://s.example/a.tif?page=1&sig=s3cret"}}',
    type: 'application/json',
    get: async () => replyOf('II*')
  })
  expect(await rejection(results.get('a').json())).toMatchObject({
    code: 'malformed-body',
    message: 'the output is not JSON: https://s.example/a.tif?page=1&sig=***'
  })
})

const latin1 = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(text, (char) => char.charCodeAt(0))

test.each([
  ['text/csv; charset=iso-8859-1', undefined, 'gün'],
  ['application/xml; charset=iso-8859-1', undefined, 'gün'],
  [undefined, 'text/csv; charset=iso-8859-1', 'gün'],
  ['text/csv', 'text/csv; charset=iso-8859-1', 'g\ufffdn']
])('a reference is text in the charset that it is served with: %s, linked as %s', async (served, linked, expected) => {
  const results = await read({
    body: JSON.stringify({ a: { href: 'x', type: linked } }),
    type: 'application/json',
    get: async () => replyOf(latin1('gün'), { headers: served === undefined ? {} : { 'Content-Type': served } })
  })
  expect(await results.get('a').text()).toBe(expected)
})

test('a reference is JSON in the charset that it is served with', async () => {
  const results = await read({
    body: '{"a":{"href":"x"}}',
    type: 'application/json',
    get: async () => replyOf(latin1('["gün"]'), { headers: { 'Content-Type': 'application/json; charset=latin1' } })
  })
  expect(await results.get('a').json()).toEqual(['gün'])
})

test.each(['text/csv', 'application/xml', 'application/octet-stream'])(
  'a body of its own, %s, is text in its charset',
  async (type) => {
    const contentType = `${type}; charset=iso-8859-1`
    const output = (await read({ body: latin1('gün'), type: contentType, ids: ['a'] })).get('a')
    expect([output.mediaType, await output.text()]).toEqual([type, 'gün'])
    const fetched = await output.fetch()
    const label = fetched.headers.get('Content-Type') ?? ''
    const charset = label.includes('charset') ? 'iso-8859-1' : 'utf-8'
    expect(new TextDecoder(charset).decode(await fetched.arrayBuffer())).toBe('gün')
    expect((await output.blob()).type).toBe(label)
  }
)

test('a document is JSON in its charset', async () => {
  const results = await read({ body: latin1('{"a":"gün"}'), type: 'application/json; charset=latin1', ids: ['a'] })
  expect(await results.get('a').json()).toBe('gün')
})

test.each(['application/json', 'application/xml', 'text/csv'])('a part, %s, is read in its charset', async (type) => {
  const text = type.endsWith('json') ? '{"x":"gün"}' : 'gün'
  const part = `--b\r\nContent-ID: <a>\r\nContent-Type: ${type}; charset=iso-8859-1\r\n\r\n${text}\r\n--b--`
  const results = await read({ body: latin1(part), type: 'multipart/related; boundary=b', ids: ['a'] })
  expect(await results.get('a').text()).toBe(text)
})

test('a qualified value is read in its charset: base64 by it, a text that is one already without it', async () => {
  const mediaType = 'text/csv; charset=iso-8859-1'
  const bytes = await value(JSON.stringify({ value: btoa('gün'), encoding: 'base64', mediaType }))
  expect(await bytes.text()).toBe('gün')
  const text = await value(JSON.stringify({ value: 'gün', mediaType }))
  const blob = await text.blob()
  expect([text.mediaType, await text.text(), blob.type, await blob.text()]).toEqual([
    mediaType,
    'gün',
    'text/csv',
    'gün'
  ])
})
