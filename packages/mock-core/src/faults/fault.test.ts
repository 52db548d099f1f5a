import { expect, test } from 'vitest'
import { createMock, type Mock } from '../create-mock.ts'
import { NetworkFault } from '../handle.ts'
import { json } from '../http/json.ts'

function setUp() {
  let served = 0
  const mock: Mock = createMock({
    baseUrl: 'http://mock.test',
    answer: async () => json({ served: ++served }),
    onReset: () => {}
  })
  const ask = (path = '/', init?: RequestInit): Promise<Response> =>
    mock.handle(new Request(`http://mock.test${path}`, init))
  return { mock, ask, served: () => served }
}

test('a status with body, headers and Retry-After, once', async () => {
  const { mock, ask, served } = setUp()
  mock.failNext({ status: 503, body: { title: 'Later' }, headers: { 'X-Test': 'yes' }, retryAfter: 3 })
  const response = await ask()
  expect(response.status).toBe(503)
  expect(response.headers.get('Retry-After')).toBe('3')
  expect(response.headers.get('X-Test')).toBe('yes')
  expect(response.headers.get('Content-Type')).toBe('application/json')
  expect(await response.json()).toEqual({ title: 'Later' })
  expect(served()).toBe(0)
  expect((await ask()).status).toBe(200)
})

test('a status with a text of its own media type, or with no body', async () => {
  const { mock, ask } = setUp()
  mock.failNext({ status: 500, body: '<p>no</p>', headers: { 'Content-Type': 'text/html' } })
  mock.failNext({ status: 401 })
  const html = await ask()
  expect(html.headers.get('Content-Type')).toBe('text/html')
  expect(await html.text()).toBe('<p>no</p>')
  expect((await ask()).body).toBeNull()
})

test('a broken connection', async () => {
  const { mock, ask } = setUp()
  mock.failNext('network')
  await expect(ask()).rejects.toBeInstanceOf(NetworkFault)
})

test('a hang lasts until the request is aborted', async () => {
  const { mock, ask } = setUp()
  mock.failNext('hang', { times: 2 })
  const abort = new AbortController()
  const hanging = ask('/', { signal: abort.signal })
  await expect(Promise.race([hanging, new Promise((resolve) => setTimeout(resolve, 20, 'still'))])).resolves.toBe(
    'still'
  )
  abort.abort('enough')
  await expect(hanging).rejects.toBe('enough')
  await expect(ask('/', { signal: abort.signal })).rejects.toBe('enough')
})

test('broken JSON is labelled as JSON', async () => {
  const { mock, ask } = setUp()
  mock.failNext('broken-json')
  const response = await ask()
  expect(response.status).toBe(200)
  expect(response.headers.get('Content-Type')).toBe('application/json')
  await expect(response.json()).rejects.toBeInstanceOf(SyntaxError)
})

test('the page of a gateway is HTML with 502', async () => {
  const { mock, ask } = setUp()
  mock.failNext('html')
  const response = await ask()
  expect(response.status).toBe(502)
  expect(response.headers.get('Content-Type')).toContain('text/html')
  expect(await response.text()).toMatch(/^<!DOCTYPE html>/)
})

test('a stalled body begins as the true answer and never ends', async () => {
  const { mock, ask, served } = setUp()
  mock.failNext('stall')
  const abort = new AbortController()
  const response = await ask('/', { signal: abort.signal })
  expect(served()).toBe(1)
  expect(response.headers.get('Content-Type')).toBe('application/json')
  const reader = response.body?.getReader()
  const first = await reader?.read()
  expect(new TextDecoder().decode(first?.value)).toBe('{"serv')
  const second = reader?.read()
  abort.abort('enough')
  await expect(second).rejects.toBe('enough')
})

test('a fault waits for a request of its scope', async () => {
  const { mock, ask } = setUp()
  mock.failNext({ status: 500 }, { method: 'post', path: '/a' })
  mock.failNext({ status: 501 }, { path: /^\/b\// })
  mock.failNext({ status: 502 }, { when: ({ query }) => query.bad !== undefined })
  expect((await ask('/a')).status).toBe(200)
  expect((await ask('/a/b/', { method: 'POST' })).status).toBe(200)
  expect((await ask('/a', { method: 'POST' })).status).toBe(500)
  expect((await ask('/b/1')).status).toBe(501)
  expect((await ask('/?bad=1')).status).toBe(502)
  expect((await ask('/?bad=1')).status).toBe(200)
})

test('times repeats a fault before the next in the queue has its turn', async () => {
  const { mock, ask } = setUp()
  mock.failNext({ status: 500 }, { times: 2 })
  mock.failNext({ status: 501 })
  const statuses = [await ask(), await ask(), await ask(), await ask()].map(({ status }) => status)
  expect(statuses).toEqual([500, 500, 501, 200])
})
