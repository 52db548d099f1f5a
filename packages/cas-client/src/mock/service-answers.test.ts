import { expect, test } from 'vitest'
import { createTestKit } from './test-kit.ts'

const { ask, mock } = createTestKit({ baseUrl: 'http://cas.test/base' })

test.each(['/', '/api/v1/nope', '/api/v1', '/api/v1/nope/', '/api/v1/providers/a/b'])('%s is nothing', async (path) => {
  const response = await ask(path)
  expect(response.status).toBe(404)
  expect(await response.json()).toEqual({ detail: 'Not Found' })
})

test.each([
  ['DELETE', '/api/v1/providers', 'GET'],
  ['GET', '/api/v1/extract', 'POST'],
  ['OPTIONS', '/api/v1/extract/batch', 'POST'],
  ['HEAD', '/health', 'GET']
])('%s %s is not offered', async (method, path, allow) => {
  const response = await ask(path, { method })
  expect([response.status, response.headers.get('Allow')]).toEqual([405, allow])
  if (method !== 'HEAD') expect(await response.json()).toEqual({ detail: 'Method Not Allowed' })
})

test.each([
  ['GET', '/api/v1/providers/?limit=1', '/api/v1/providers?limit=1'],
  ['GET', '/api/v1/providers/demo_soil//', '/api/v1/providers/demo_soil'],
  ['POST', '/api/v1/extract/', '/api/v1/extract'],
  ['DELETE', '/health/', '/health']
])('%s %s is redirected', async (method, path, target) => {
  const response = await ask(path, { method })
  expect([response.status, response.headers.get('Location')]).toEqual([307, mock.baseUrl + target])
  expect(response.headers.get('X-Request-ID')).toMatch(/^[0-9a-f]{12}$/)
  expect(await response.text()).toBe('')
})
