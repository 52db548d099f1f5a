import { setupServer } from 'msw/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createCasMock } from './cas-mock.ts'
import { mswHandlers } from './msw.ts'

const mock = createCasMock({ baseUrl: 'http://msw.test/cas', apiKeys: ['secret'] })
const server = setupServer(...(await mswHandlers(mock)))
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
afterAll(() => server.close())

const extract = (headers: Record<string, string>): Promise<Response> =>
  fetch(`${mock.baseUrl}/api/v1/extract`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify({
      geometry: { type: 'Point', coordinates: [7.5, 46.9] },
      dataset_ids: ['demo_terrain:elevation']
    })
  })

test('the platform fetch reaches it, with a key and without', async () => {
  expect((await extract({})).status).toBe(401)
  const response = await extract({ 'X-API-Key': 'secret' })
  expect(response.headers.get('X-Request-ID')).toBe('000000000002')
  expect(await response.json()).toMatchObject({ results: [{ value: 548.2 }] })
})

test('a slash too many is followed to its answer', async () => {
  const response = await fetch(`${mock.baseUrl}/health/`)
  expect([response.url, response.status]).toEqual([`${mock.baseUrl}/health`, 200])
})

test('the service at fault, and no connection', async () => {
  mock.failNext('internal-error')
  expect((await extract({})).status).toBe(500)
  mock.failNext('network')
  await expect(extract({})).rejects.toBeInstanceOf(TypeError)
})
