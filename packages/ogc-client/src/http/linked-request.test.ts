import { createVirtualClock } from '@geoclients/mock-core'
import { describe, expect, test } from 'vitest'
import { readText } from '../../../client-core/src/testing/network/read-stream.ts'
import type { OgcClientOptions } from '../client/options.ts'
import type { Output } from '../results/output/types.ts'
import { type Answer, clientOf, type FakeServer, fails, fakeServer, hangs, json, text } from '../testing/fake-server.ts'
import { rejection } from '../testing/rejection.ts'

const described = json({ id: 'p', version: '1' })

/** An output of a job that is a reference to `href`. */
async function reference(
  href: string,
  routes: Readonly<Record<string, Answer>>,
  options: Partial<OgcClientOptions> = {}
): Promise<{ output: Output; server: FakeServer }> {
  const server = fakeServer({ 'GET /jobs/j/results': json({ a: { href } }), 'GET /processes/p': described, ...routes })
  const results = await clientOf(server, options).getJobResults('j', { processId: 'p' })
  server.calls.length = 0
  return { output: results.get('a'), server }
}

const secret = { accessToken: 't0ken', headers: { 'X-Key': 'k3y' } }

test('a reference at the service’s own origin is fetched with credentials', async () => {
  const { output, server } = await reference(
    '/store/a.tif',
    { 'GET https://ogc.example/store/a.tif': text('II*', 'image/tiff') },
    secret
  )
  expect(await output.text({ headers: { range: 'bytes=0-2' } })).toBe('II*')
  expect(Object.fromEntries(server.calls[0]?.headers ?? [])).toEqual({
    authorization: 'Bearer t0ken',
    range: 'bytes=0-2',
    'x-key': 'k3y'
  })
})

test('resolveLink: a reference at the service’s own host over http is fetched over https, with credentials', async () => {
  const { output, server } = await reference(
    'http://ogc.example/a.tif',
    { 'GET https://ogc.example/a.tif': text('II*', 'image/tiff') },
    secret
  )
  expect(output).toMatchObject({ href: 'https://ogc.example/a.tif' })
  expect(await output.text()).toBe('II*')
  expect(server.calls[0]?.headers.get('Authorization')).toBe('Bearer t0ken')
})

test.each(['https://store.example/a.tif', 'http://ogc.example:8080/a.tif', 'https://ogc.example:8443/a.tif'])(
  'a reference at %s is fetched without credentials',
  async (href) => {
    const { output, server } = await reference(href, { [`GET ${href}`]: text('II*', 'image/tiff') }, secret)
    expect(new Uint8Array(await output.arrayBuffer())).toEqual(Uint8Array.of(73, 73, 42))
    expect([...(server.calls[0]?.headers ?? [])]).toEqual([])
  }
)

test('a reference at an origin that the caller named is fetched with credentials', async () => {
  const href = 'https://store.example/a.tif'
  const { output, server } = await reference(
    href,
    { [`GET ${href}`]: text('II*', 'image/tiff') },
    { ...secret, trustedOrigins: ['https://store.example'] }
  )
  expect(await output.text()).toBe('II*')
  expect(server.calls[0]?.headers.get('Authorization')).toBe('Bearer t0ken')
})

test('a data URL is a reference too', async () => {
  const { output } = await reference('data:,II*', { 'GET data:,II*': text('II*', undefined) })
  expect(await output.text()).toBe('II*')
})

test.each(['file:///etc/passwd', 's3://bucket/a.tif', 'javascript:1', 'blob:null/x'])(
  'a reference at %s is not fetched',
  async (href) => {
    const { output, server } = await reference(href, {})
    expect(await rejection(output.blob())).toMatchObject({
      code: 'blocked-origin',
      message: `${href} cannot be fetched: only http, https and data URLs can`
    })
    expect(server.calls).toEqual([])
  }
)

test('a reference that is no URL costs nothing but itself', async () => {
  const server = fakeServer({
    'GET /jobs/j/results': json({ a: { href: 'https://[' }, b: 1 }),
    'GET /processes/p': described
  })
  const results = await clientOf(server).getJobResults('j', { processId: 'p' })
  expect(await results.get('b').json()).toBe(1)
  expect(await rejection(results.get('a').text())).toMatchObject({
    code: 'malformed-body',
    message: 'the server sent a link that is not a URL: https://['
  })
})

test('a reference that cannot be had explains itself as any answer does', async () => {
  const href = 'https://store.example/a'
  const problem = json({ title: 'Gone', detail: 'expired' }, { status: 410 })
  const { output } = await reference(href, { [`GET ${href}`]: problem })
  const error = await rejection(output.json())
  expect(error).toMatchObject({ code: 'http-status', status: 410, apiError: { title: 'Gone' } })
  expect(error.message).toBe(`GET ${href} returned 410: expired`)
})

test.each([
  ['text', (output: Output) => output.text()],
  ['json', (output: Output) => output.json()],
  ['blob', (output: Output) => output.blob()],
  ['arrayBuffer', (output: Output) => output.arrayBuffer()],
  ['stream', async (output: Output) => readText(await output.stream())]
])('a reference that breaks off rejects %s with an OgcError', async (_, get) => {
  const href = 'https://store.example/a'
  const broken: Answer = () =>
    new Response(
      new ReadableStream({
        pull(controller) {
          controller.error(new TypeError('terminated'))
        }
      })
    )
  const { output } = await reference(href, { [`GET ${href}`]: broken })
  expect(await rejection(get(output))).toMatchObject({ code: 'network', message: `GET ${href} failed: terminated` })
})

test('the options of a reading are those of its request', async () => {
  const href = 'https://store.example/a'
  const { output } = await reference(href, { [`GET ${href}`]: hangs })
  expect(await rejection(output.text({ timeout: 1 }))).toMatchObject({ code: 'timeout' })
  expect(await rejection(output.text({ timeout: -1 }))).toMatchObject({ code: 'invalid-argument' })
  expect(await rejection(output.text(null as never))).toMatchObject({ code: 'invalid-argument' })
  const signal = AbortSignal.abort('enough')
  expect(await rejection(output.text({ signal }))).toMatchObject({ code: 'aborted', cause: 'enough' })
})

test('a stream may take as long as it likes, what is read whole may not', async () => {
  const href = 'https://store.example/a'
  const clock = createVirtualClock()
  const slow: Answer = () => {
    let left = 4
    return new Response(
      new ReadableStream({
        async pull(controller) {
          await new Promise<void>((resolve) => clock.setTimeout(resolve, 60))
          if (left-- > 0) controller.enqueue(new TextEncoder().encode('x'))
          else controller.close()
        }
      })
    )
  }
  const { output } = await reference(href, { [`GET ${href}`]: slow }, { clock, timeout: 100 })
  const whole = rejection(output.text())
  await clock.advance(1_000)
  expect(await whole).toMatchObject({
    code: 'timeout',
    message: `GET ${href}: the body was not complete within 100 ms`
  })
  const streamed = output.stream().then((stream) => new Response(stream).text())
  await clock.advance(1_000)
  expect(await streamed).toBe('xxxx')
})

test('a reference is retried as its reading asks', async () => {
  const href = 'https://store.example/a'
  const { output, server } = await reference(
    href,
    { [`GET ${href}`]: fails(new TypeError('fetch failed')) },
    { retry: {} }
  )
  expect(await rejection(output.text({ retry: false }))).toMatchObject({ code: 'network' })
  expect(server.calls).toHaveLength(1)
})

describe('headers of the call itself', () => {
  const headers = { Authorization: 'Bearer x', 'X-Any': 'x', Range: 'bytes=0-1', Accept: 'image/tiff' }
  const harmless = { range: 'bytes=0-1', accept: 'image/tiff' }
  const href = 'https://evil.example/d'
  const ways: [string, (output: Output) => Promise<unknown>][] = [
    ['json', (output) => output.json({ headers })],
    ['stream', (output) => output.stream({ headers })],
    ['fetch', (output) => output.fetch({ headers })]
  ]

  test.each(ways)('follow a link to another origin only where they identify nobody: %s', async (_, call) => {
    const { output, server } = await reference(href, { [`GET ${href}`]: json(1) })
    await call(output)
    expect(Object.fromEntries(server.calls[0]?.headers ?? [])).toEqual(harmless)
  })

  test.each(ways)('follow one to an origin that the caller named: %s', async (_, call) => {
    const { output, server } = await reference(
      href,
      { [`GET ${href}`]: json(1) },
      { trustedOrigins: ['https://evil.example'] }
    )
    await call(output)
    expect(server.calls[0]?.headers.get('Authorization')).toBe('Bearer x')
  })

  test('go where the caller says, where it is the caller who names the address', async () => {
    const server = fakeServer({ [`GET ${href}`]: json(1) })
    await clientOf(server).fetch(href, { headers })
    expect(server.calls[0]?.headers.get('Authorization')).toBe('Bearer x')
  })
})
