import { setupServer } from 'msw/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createMock } from './create-mock.ts'
import { json } from './http/json.ts'
import { mswHandlers } from './msw-handlers.ts'

const mock = createMock({
  baseUrl: 'http://mock.test/base',
  answer: async (request) => json({ method: request.method, path: new URL(request.url).pathname }),
  onReset: () => {}
})
const server = setupServer(...(await mswHandlers(mock)))

beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
afterAll(() => server.close())

test.each(['', '/', '/jobs', '/jobs/a%2Fb/results'])('answers the platform fetch at %j', async (path) => {
  const response = await fetch(`http://mock.test/base${path}`, { method: 'DELETE' })
  expect(await response.json()).toEqual({ method: 'DELETE', path: `/base${path}` })
})

test('a broken connection is what the platform makes of it', async () => {
  mock.failNext('network')
  await expect(fetch('http://mock.test/base')).rejects.toBeInstanceOf(TypeError)
})

test('an aborted request rejects with its reason', async () => {
  mock.failNext('hang')
  const reason = new Error('enough')
  const abort = new AbortController()
  const pending = fetch('http://mock.test/base', { signal: abort.signal })
  setTimeout(() => abort.abort(reason), 10)
  await expect(pending).rejects.toBe(reason)
})
