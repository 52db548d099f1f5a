import { expect, test } from 'vitest'
import { clientOf, empty, fakeServer, json, text } from '../../testing/fake-server.ts'
import { read } from '../../testing/read-results.ts'
import { rejection } from '../../testing/rejection.ts'
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
