import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createCasMock } from '../cas-mock.ts'
import { type MockServer, serve } from './index.ts'

const mock = createCasMock({ baseUrl: 'http://cas.test/base', ratePerMinute: 1 })
let server: MockServer

beforeAll(async () => {
  server = await serve(mock)
})
afterAll(() => server.close())
beforeEach(() => mock.reset())

const ORIGIN = { Origin: 'https://app.example' }
const cors = (response: Response): (string | null)[] =>
  ['Origin', 'Credentials'].map((name) => response.headers.get(`Access-Control-Allow-${name}`))

test('an extraction over HTTP', async () => {
  expect(server.url).toBe(`http://127.0.0.1:${server.port}/base`)
  const response = await fetch(`${server.url}/api/v1/extract`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      geometry: { type: 'Point', coordinates: [7.5, 46.9] },
      dataset_ids: ['demo_terrain:elevation']
    })
  })
  expect(response.status).toBe(200)
  expect(cors(response)).toEqual([null, null])
  expect(await response.json()).toMatchObject({ results: [{ value: 548.2 }] })
})

test('any page may ask and read the body, but no header', async () => {
  await fetch(`${server.url}/api/v1/providers`)
  const response = await fetch(`${server.url}/api/v1/providers`, { headers: ORIGIN })
  expect(response.status).toBe(429)
  expect(cors(response)).toEqual(['https://app.example', 'true'])
  expect(response.headers.get('Access-Control-Expose-Headers')).toBeNull()
  expect(response.headers.get('Vary')).toBe('Origin')
})

test('a preflight never reaches the service', async () => {
  const headers = {
    ...ORIGIN,
    'Access-Control-Request-Method': 'POST',
    'Access-Control-Request-Headers': 'content-type,x-api-key'
  }
  const response = await fetch(`${server.url}/api/v1/extract`, { method: 'OPTIONS', headers })
  expect([response.status, await response.text()]).toEqual([200, 'OK'])
  expect(response.headers.get('Access-Control-Allow-Headers')).toBe('content-type,x-api-key')
  expect(response.headers.get('Access-Control-Allow-Methods')).toContain('POST')
  expect(response.headers.get('X-Request-ID')).toBeNull()
  expect(mock.requests).toEqual([])
})

test('a service at fault is no service to a page', async () => {
  mock.failNext('internal-error')
  const response = await fetch(`${server.url}/health`, { headers: ORIGIN })
  expect([response.status, ...cors(response)]).toEqual([500, null, null])
})

test('without CORS the page is not told anything', async () => {
  const bare = await serve(mock, { cors: false })
  expect(cors(await fetch(`${bare.url}/health`, { headers: ORIGIN }))).toEqual([null, null])
  await bare.close()
})

test('a broken connection over HTTP', async () => {
  mock.failNext('network')
  await expect(fetch(server.url)).rejects.toBeInstanceOf(TypeError)
})
