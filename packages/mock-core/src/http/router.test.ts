import { expect, test } from 'vitest'
import { belowBase, createRouter, type Route } from './router.ts'

class Oops extends Error {}

const routes: Route[] = [
  { method: 'GET', template: '/', handle: ({ baseUrl }) => new Response(baseUrl) },
  { method: 'GET', template: '/things/{id}', handle: ({ param }) => new Response(param('id')) },
  { method: 'PUT', template: '/things/{id}', handle: () => new Response(null, { status: 204 }) },
  {
    method: 'GET',
    template: '/oops',
    handle: () => {
      throw new Oops('oops')
    }
  },
  { method: 'GET', template: '/bug', handle: ({ param }) => new Response(param('nothing')) }
]

const route = createRouter(
  routes,
  {
    notFound: () => new Response('none', { status: 404 }),
    methodNotAllowed: (_request, allow) => new Response(allow.join(), { status: 405 }),
    failed: (error) => (error instanceof Oops ? new Response(error.message, { status: 418 }) : undefined)
  },
  '/api'
)

const ask = (path: string, method = 'GET'): Promise<Response> => route(new Request(`http://host:81${path}`, { method }))

test('finds the route below the base path and tells it where that is', async () => {
  expect(await (await ask('/api/things/a%20b')).text()).toBe('a b')
  expect(await (await ask('/api')).text()).toBe('http://host:81/api')
  expect(await (await ask('/api/')).text()).toBe('http://host:81/api')
})

test.each(['/', '/apis', '/api/nothing', '/api/things/', '/things/1'])('%s is not found', async (path) => {
  expect((await ask(path)).status).toBe(404)
})

test('a wrong method is answered 405 with Allow', async () => {
  const response = await ask('/api/things/1', 'POST')
  expect(response.status).toBe(405)
  expect(response.headers.get('Allow')).toBe('GET, HEAD, PUT')
  expect(await response.text()).toBe('GET,HEAD,PUT')
})

test('HEAD is GET without its body', async () => {
  const response = await ask('/api/things/1', 'HEAD')
  expect(response.status).toBe(200)
  expect(response.headers.get('Content-Type')).toContain('text/plain')
  expect(response.body).toBeNull()
})

test('errors that the API knows become answers, others pass through', async () => {
  expect((await ask('/api/oops')).status).toBe(418)
  await expect(ask('/api/bug')).rejects.toThrow('/bug has no parameter nothing')
})

test.each([
  ['/api/jobs', '/api', '/jobs'],
  ['/api', '/api', '/'],
  ['/jobs', '', '/jobs'],
  ['/', '', '/'],
  ['/apis', '/api', undefined]
])('%s below %j is %j', (path, base, below) => {
  expect(belowBase(path, base)).toBe(below)
})
