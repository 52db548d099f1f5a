import { expect, test } from 'vitest'
import { createRouter } from '../http/router.ts'
import { contractRoutes, plainErrors } from './contract-routes.ts'
import type { MockData } from './mock-data.ts'

const refusal = { status: 400, type: 'application/problem+json', body: { title: 'no' } }
const data = {
  listThings: {
    method: 'GET',
    path: '/things',
    query: {
      color: { required: true, schema: { type: 'string', enum: ['red', 'blue'] } },
      size: { schema: { type: 'integer', minimum: 1, maximum: 9 } },
      kind: { join: ',', schema: { type: 'array', minItems: 1, maxItems: 2, items: { type: 'number' } } },
      tag: { schema: { type: 'array', items: { minLength: 2 } } },
      new: { schema: { type: 'boolean' } }
    },
    answer: { status: 200, type: 'application/json', body: ['a'] },
    refusal
  },
  addThing: {
    method: 'POST',
    path: '/things',
    query: {},
    body: { required: true, members: ['name'] },
    answer: { status: 204 },
    refusal
  },
  getThing: {
    method: 'GET',
    path: '/things/{id}',
    query: {},
    answer: { status: 200, type: 'text/plain', body: 'it' },
    refusal
  }
} satisfies MockData

const why: string[] = []
const routes = contractRoutes(
  data,
  { getThing: ({ param }) => new Response(param('id')) },
  {
    refuse: (text, { refusal: { status } }) => {
      why.push(text)
      return new Response(text, { status })
    },
    alsoKnown: (name, { path }) => path === '/things' && name === 'own'
  }
)
const ask = (path: string, init?: RequestInit) =>
  createRouter(routes, plainErrors)(new Request(`http://mock.test${path}`, init))

test.each([
  ['?color=red', ''],
  ['?color=red&size=9&kind=1,2&tag=ab&tag=cd&new=true&own=1', ''],
  ['', 'the parameter color is missing'],
  ['?color=green', 'the parameter color must be one of red, blue'],
  ['?color=red&color=blue', 'the parameter color must be given once'],
  ['?color=red&other=1', 'there is no parameter other'],
  ['?color=red&size=0', 'the parameter size must be a whole number from 1 to 9'],
  ['?color=red&size=1.5', 'the parameter size must be a whole number from 1 to 9'],
  ['?color=red&size=', 'the parameter size must be a whole number from 1 to 9'],
  ['?color=red&kind=1,2,3', 'the parameter kind must be a list of 1 to 2 items'],
  ['?color=red&kind=x', 'the parameter kind must be a list, each item a number'],
  ['?color=red&tag=a', 'the parameter tag must be a list, each item at least 2 characters long'],
  ['?color=red&new=yes', 'the parameter new must be true or false']
])('GET /things%s: %s', async (query, expected) => {
  const response = await ask(`/things${query}`)
  expect([response.status, expected === '' ? await response.json() : await response.text()]).toEqual(
    expected === '' ? [200, ['a']] : [400, expected]
  )
})

test.each([
  ['{"name":"a"}', ''],
  ['', 'the body is missing'],
  ['{', 'the body is no JSON'],
  ['[]', 'the body lacks name']
])('POST %j: %s', async (body, expected) => {
  const response = await ask('/things', { method: 'POST', ...(body !== '' && { body }) })
  expect([response.status, await response.text()]).toEqual([expected === '' ? 204 : 400, expected])
})

test('an answer of one’s own takes the place of the example', async () => {
  expect(await (await ask('/things/7')).text()).toBe('7')
})

test('without more, the contract’s own examples answer and refuse', async () => {
  const plain = createRouter(contractRoutes(data), plainErrors)
  const get = async (path: string): Promise<[number, string | null, string]> => {
    const response = await plain(new Request(`http://mock.test${path}`))
    return [response.status, response.headers.get('Content-Type'), await response.text()]
  }
  expect(await get('/things/7')).toEqual([200, 'text/plain', 'it'])
  expect(await get('/things?own=1')).toEqual([400, 'application/problem+json', '{"title":"no"}'])
  expect((await get('/nope'))[0]).toBe(404)
})
