import { expect, test } from 'vitest'
import { createRouter } from './router.ts'

const route = createRouter(
  [{ method: 'GET', template: '/things', handle: () => new Response('all') }],
  {
    notFound: () => new Response(null, { status: 404 }),
    methodNotAllowed: () => new Response(null, { status: 405 }),
    failed: () => undefined
  },
  '',
  { headLikeGet: false }
)

const ask = (method: string): Promise<Response> => route(new Request('http://host/things', { method }))

test('HEAD can be a method like any other, which the route does not have', async () => {
  const response = await ask('HEAD')
  expect([response.status, response.headers.get('Allow')]).toEqual([405, 'GET'])
  expect((await ask('DELETE')).headers.get('Allow')).toBe('GET')
  expect(await (await ask('GET')).text()).toBe('all')
})
