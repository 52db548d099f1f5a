import { expect, test } from 'vitest'
import { makeOgcError } from '../ogc-error.ts'
import { read } from '../testing/read-results.ts'
import { rejection } from '../testing/rejection.ts'
import { heldContent } from './content.ts'
import { bytesOutput } from './local-output.ts'
import type { Output } from './output.ts'

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
  expect(error).toMatchObject({ code: 'malformed-body', message: `the output is no JSON: ${what}` })
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
    get: async (href, options) => {
      fetched.push([href, options])
      return new Response('{"x":1}', { headers: { 'Content-Type': 'application/json' } })
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
    get: async () => new Response(null, { status: 204 })
  })
  expect(await new Response(await results.get('a').stream()).text()).toBe('')
})

test('a reference that is no JSON says so without its secrets', async () => {
  const results = await read({
    body: '{"a":{"href":"https://s.example/a.tif?page=1&sig=s3cret"}}',
    type: 'application/json',
    get: async () => new Response('II*')
  })
  expect(await rejection(results.get('a').json())).toMatchObject({
    code: 'malformed-body',
    message: 'the output is no JSON: https://s.example/a.tif?page=1&sig=***'
  })
})
