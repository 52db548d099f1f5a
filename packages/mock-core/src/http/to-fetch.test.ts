import { expect, test } from 'vitest'
import { NetworkFault } from '../handle.ts'
import { toFetch } from './to-fetch.ts'

test('takes what fetch takes: text, URL or Request, and init', async () => {
  const fetch = toFetch(async (request) => new Response(`${request.method} ${request.url} ${await request.text()}`))
  expect(await (await fetch('http://a.test/x', { method: 'PUT', body: '1' })).text()).toBe('PUT http://a.test/x 1')
  expect(await (await fetch(new URL('http://a.test/y'))).text()).toBe('GET http://a.test/y ')
  const request = new Request('http://a.test/z', { method: 'POST', body: '2' })
  expect(await (await fetch(request)).text()).toBe('POST http://a.test/z 2')
})

test('refuses a relative URL like the platform', async () => {
  await expect(toFetch(async () => new Response())('/x')).rejects.toBeInstanceOf(TypeError)
})

test('the response has the URL, status and headers of the answer', async () => {
  const fetch = toFetch(async () => new Response('x', { status: 418, headers: { 'X-Test': 'yes' } }))
  const response = await fetch('http://a.test/x?y#z')
  expect(response.url).toBe('http://a.test/x?y')
  expect(response.status).toBe(418)
  expect(response.headers.get('X-Test')).toBe('yes')
})

test('a status without a body has none', async () => {
  const response = await toFetch(async () => new Response(null, { status: 204 }))('http://a.test/')
  expect(response.status).toBe(204)
  expect(response.body).toBeNull()
})

test('a broken connection is a TypeError', async () => {
  const fetch = toFetch(async () => {
    throw new NetworkFault()
  })
  const failure = fetch('http://a.test/')
  await expect(failure).rejects.toBeInstanceOf(TypeError)
  await expect(failure).rejects.toMatchObject({ message: 'fetch failed', cause: { name: 'NetworkFault' } })
})

test('other errors of the mock are not hidden', async () => {
  const fetch = toFetch(async () => {
    throw new RangeError('bug')
  })
  await expect(fetch('http://a.test/')).rejects.toThrow(RangeError)
})

test('rejects with the reason: aborted before, while waiting, while reading', async () => {
  const reason = new Error('enough')
  let asked = 0
  const fetch = toFetch(async () => {
    asked += 1
    return asked === 1 ? new Promise<Response>(() => {}) : new Response(new ReadableStream())
  })
  await expect(fetch('http://a.test/', { signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
  expect(asked).toBe(0)

  const waiting = new AbortController()
  const pending = fetch(new Request('http://a.test/', { signal: waiting.signal }))
  waiting.abort(reason)
  await expect(pending).rejects.toBe(reason)

  const reading = new AbortController()
  const response = await fetch('http://a.test/', { signal: reading.signal })
  const text = response.text()
  reading.abort(reason)
  await expect(text).rejects.toBe(reason)
})

test('tells the mock that the request was aborted', async () => {
  let aborted = false
  const fetch = toFetch(
    ({ signal }) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => {
          aborted = true
          reject(signal.reason)
        })
      })
  )
  const abort = new AbortController()
  const pending = fetch('http://a.test/', { signal: abort.signal })
  abort.abort('enough')
  await expect(pending).rejects.toBe('enough')
  expect(aborted).toBe(true)
})
