import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Handle } from '../handle.ts'
import { json } from '../http/json.ts'
import { type MockServer, serve } from './serve.ts'

const echo: Handle = async (request) => json({ method: request.method })
let server: MockServer

beforeAll(async () => {
  server = await serve(echo)
})
afterAll(() => server.close())

test('other pages may use it, and read the headers that clients need', async () => {
  const { url } = server
  const preflight = await fetch(`${url}/x`, {
    method: 'OPTIONS',
    headers: {
      Origin: 'https://app.example',
      'Access-Control-Request-Method': 'POST',
      'Access-Control-Request-Headers': 'authorization,prefer'
    }
  })
  expect(preflight.status).toBe(204)
  expect(preflight.headers.get('Access-Control-Allow-Headers')).toBe('authorization,prefer')
  expect(preflight.headers.get('Access-Control-Allow-Methods')).toContain('DELETE')
  const response = await fetch(url, { headers: { Origin: 'https://app.example' } })
  expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*')
  for (const name of ['Location', 'Link', 'Retry-After', 'Preference-Applied']) {
    expect(response.headers.get('Access-Control-Expose-Headers')).toContain(name)
  }
})

test('without cors there is nothing of it, and OPTIONS reaches the mock', async () => {
  const strict = await serve(echo, { cors: false })
  const response = await fetch(strict.url, { method: 'OPTIONS', headers: { 'Access-Control-Request-Method': 'GET' } })
  expect(await response.json()).toMatchObject({ method: 'OPTIONS' })
  expect(response.headers.get('Access-Control-Allow-Origin')).toBeNull()
  await strict.close()
})
