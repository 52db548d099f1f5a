import { expect, test } from 'vitest'
import { makeOgcError } from '../../errors/ogc-error.ts'
import { clientOf, empty, fakeServer, json, text } from '../../testing/fake-server.ts'
import { read } from '../../testing/read-results.ts'
import { rejection } from '../../testing/rejection.ts'
import { heldContent } from './content.ts'
import { bytesOutput } from './inline-output.ts'
import type { Output } from './types.ts'

const bytes = async (mediaType = 'image/tiff'): Promise<Output> => {
  const value = { value: btoa('0123456789'), encoding: 'base64', mediaType }
  return (await read({ body: JSON.stringify({ a: value }), type: 'application/json', ids: ['a'] })).get('a')
}

const told = async (response: Response): Promise<unknown[]> => [
  response.status,
  await response.text(),
  Object.fromEntries(response.headers)
]

test('an output in memory is fetched as a file would be', async () => {
  expect(await told(await (await bytes()).fetch())).toEqual([
    200,
    '0123456789',
    { 'accept-ranges': 'bytes', 'content-length': '10', 'content-type': 'image/tiff' }
  ])
})

test('a part of it, as readers of COG ask for it', async () => {
  const output = await bytes()
  const ask = async (Range: string): Promise<unknown[]> => told(await output.fetch({ headers: { Range } }))
  expect(await ask('bytes=2-5')).toEqual([206, '2345', expect.objectContaining({ 'content-range': 'bytes 2-5/10' })])
  expect(await ask('bytes=-1')).toEqual([206, '9', expect.objectContaining({ 'content-length': '1' })])
  expect(await ask('bytes=10-')).toEqual([416, '', expect.objectContaining({ 'content-range': 'bytes */10' })])
})

test('its length alone, as readers of GeoParquet ask for it', async () => {
  const [status, body, headers] = await told(await (await bytes()).fetch({ method: 'HEAD' }))
  expect([status, body, headers]).toEqual([200, '', expect.objectContaining({ 'content-length': '10' })])
})

test('a value is fetched as its text', async () => {
  const results = await read({ body: '{"a":{"x":1},"b":"é"}', type: 'application/json', ids: ['a', 'b'] })
  const [a, b] = await Promise.all([results.get('a').fetch(), results.get('b').fetch()])
  expect([a.headers.get('Content-Type'), await a.json()]).toEqual(['application/json', { x: 1 }])
  expect([b.headers.get('Content-Type'), await b.text()]).toEqual(['text/plain', 'é'])
})

test('text of a JSON media type is fetched as JSON', async () => {
  const value = { value: 'x', mediaType: 'application/json' }
  const results = await read({ body: JSON.stringify({ a: value }), type: 'application/json', ids: ['a'] })
  expect(await (await results.get('a').fetch()).json()).toBe('x')
})

test('the end of an empty output cannot be had', async () => {
  const value = { value: '', encoding: 'base64' }
  const results = await read({ body: JSON.stringify({ a: value }), type: 'application/json', ids: ['a'] })
  const [status, , headers] = await told(await results.get('a').fetch({ headers: { Range: 'bytes=-5' } }))
  expect([status, headers]).toEqual([416, expect.objectContaining({ 'content-range': 'bytes */0' })])
})

test('a media type that no header can hold is left out', async () => {
  const [status, , headers] = await told(await (await bytes('a/b\nc: d')).fetch())
  expect([status, headers]).toEqual([200, { 'accept-ranges': 'bytes', 'content-length': '10' }])
})

test('what cannot be meant of an output in memory is refused', async () => {
  const output = await bytes()
  expect(await rejection(output.fetch({ method: 'PUT' }))).toMatchObject({ code: 'invalid-argument' })
  const error = await rejection(output.fetch({ signal: AbortSignal.abort('enough') }))
  expect(error).toMatchObject({ code: 'aborted', name: 'AbortError', cause: 'enough' })
})

const reference = async (href: string, routes = {}): Promise<{ output: Output; lines: () => unknown }> => {
  const server = fakeServer({
    'GET /jobs/j/results': json({ a: { href } }),
    'GET /processes/p': json({ id: 'p', version: '1', outputs: { a: {} } }),
    ...routes
  })
  const ogc = clientOf(server, { accessToken: 't0ken' })
  const output = (await ogc.getJobResults('j', { processId: 'p' })).get('a')
  const seen = () => server.calls.slice(2).map(({ line, headers }) => [line, Object.fromEntries(headers)])
  return { output, lines: seen }
}

test('a reference is fetched through the pipeline, with the caller’s method and range', async () => {
  const own = await reference('/store/a.tif', { 'HEAD https://ogc.example/store/a.tif': empty(200) })
  expect((await own.output.fetch({ method: 'HEAD' })).status).toBe(200)
  expect(own.lines()).toEqual([['HEAD https://ogc.example/store/a.tif', { authorization: 'Bearer t0ken' }]])
  const far = 'https://store.example/a.tif'
  const other = await reference(far, { [`GET ${far}`]: text('II*', 'image/tiff', { status: 206 }) })
  const response = await other.output.fetch({ headers: { Range: 'bytes=0-2' } })
  expect([response.status, await response.text()]).toEqual([206, 'II*'])
  expect(other.lines()).toEqual([[`GET ${far}`, { range: 'bytes=0-2' }]])
})

test('fetch resolves with any status; credentials of the call’s own go nowhere that only the server named', async () => {
  const far = 'https://store.example/a.tif'
  const { output, lines } = await reference(far, { [`GET ${far}`]: empty(403) })
  expect((await output.fetch({ headers: { Authorization: 'Bearer store' } })).status).toBe(403)
  expect(lines()).toEqual([[`GET ${far}`, {}]])
})

test('what no link may lead to is not fetched', async () => {
  const { output } = await reference('file:///etc/passwd')
  expect(await rejection(output.fetch())).toMatchObject({ code: 'blocked-origin' })
})

const href = 'https://store.example/a.tif'
const outputs: [name: string, make: () => Promise<Output>][] = [
  ['an output in memory', () => bytes()],
  ['a reference', async () => (await reference(href, { [`GET ${href}`]: text('0123456789', 'image/tiff') })).output]
]

test.each(outputs)('%s: null is no init, as with fetch', async (_, make) => {
  // What callers without types may pass.
  const response = await (await make()).fetch(null as unknown as RequestInit)
  expect([response.status, await response.text()]).toEqual([200, '0123456789'])
})

test.each(outputs)('%s is not fetched with an odd init', async (_, make) => {
  const output = await make()
  for (const [init, message] of [
    [5, 'init must be an object such as { headers }, got 5'],
    [{ signal: 5 }, 'signal must be an AbortSignal, got 5'],
    [{ headers: 5 }, 'headers must be valid HTTP header names with string values without line breaks'],
    [{ headers: { 'a b': 'c' } }, 'headers must be valid HTTP header names with string values without line breaks']
  ] as const) {
    const error = await rejection(output.fetch(init as unknown as RequestInit))
    expect(error).toMatchObject({ code: 'invalid-argument', message })
  }
})

test('a method that is no text is none that an output in memory has', async () => {
  for (const method of [5, Symbol('GET')]) {
    const error = await rejection((await bytes()).fetch({ method: method as unknown as string }))
    expect(error).toMatchObject({
      code: 'invalid-argument',
      message: expect.stringMatching(/^method must be "GET" or/)
    })
  }
})

const reads = ['json', 'text', 'blob', 'arrayBuffer', 'stream'] as const
const local: [name: string, make: () => Promise<Output>][] = [
  ['bytes', async () => bytesOutput(heldContent(Uint8Array.of(53)), 'image/tiff', makeOgcError).output],
  ['a value', async () => (await read({ body: '{"a":5}', type: 'application/json', ids: ['a'] })).get('a')],
  ['text', async () => (await read({ body: '5', type: 'text/plain', ids: ['a'] })).get('a')]
]

test.each(local)('reading %s, which needs no request, has the options of a read that does', async (_, make) => {
  const output = await make()
  for (const name of reads) {
    const options = { signal: new AbortController().signal, timeout: 5, retry: false, headers: {} } as const
    await output[name](options)
    await output[name](undefined)
    const misspelt = await rejection(output[name]({ timeOut: 5 } as object))
    expect(misspelt).toMatchObject({ code: 'invalid-argument', message: expect.stringContaining('"timeOut"') })
    expect(await rejection(output[name]({ timeout: -1 }))).toMatchObject({ code: 'invalid-argument' })
    expect(await rejection(output[name](null as unknown as object))).toMatchObject({ code: 'invalid-argument' })
    const aborted = await rejection(output[name]({ signal: AbortSignal.abort('enough') }))
    expect(aborted).toMatchObject({ code: 'aborted', name: 'AbortError', cause: 'enough' })
  }
})
