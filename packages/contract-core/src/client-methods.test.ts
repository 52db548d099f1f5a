import { expect, test } from 'vitest'
import { unsent } from './client-methods.ts'

const none = { reasons: {}, renamed: {} }
const query = { limit: { type: 'integer' }, page_size: { type: 'integer' } }
const operations = { getThings: { method: 'GET', path: '/things', parameters: { query } } }

const proof = (ask: (fetch: typeof globalThis.fetch, query: object) => Promise<unknown>, leftOut = none) => ({
  ...{ operations, leftOut, samples: {} },
  client: (fetch: typeof globalThis.fetch) => fetch,
  calls: { getThings: ask }
})

const things = (method: string, known: readonly string[]) => async (fetch: typeof globalThis.fetch, query: object) => {
  const members = Object.entries(query).filter(([name]) => known.includes(name))
  const names = members.map(([name, value]) => `${name === 'pageSize' ? 'page_size' : name}=${value}`)
  return fetch(`https://api.example/base/things?${names.join('&')}`, { method })
}

test('a client that sends all that the contract has is without fault', async () => {
  expect(await unsent(proof(things('GET', ['limit', 'pageSize'])))).toEqual([])
})

test('a parameter that does not reach the wire is told, unless it is left out on purpose', async () => {
  const some = things('GET', ['limit'])
  expect(await unsent(proof(some))).toEqual([
    expect.stringMatching(/^getThings does not send the query parameter page_size: add it to .* left-out\.ts/)
  ])
  expect(await unsent(proof(some, { ...none, reasons: { 'getThings page_size': 'a reason' } }))).toEqual([])
})

test('a method that sends another operation is told', async () => {
  const [first] = await unsent(proof(things('POST', ['limit', 'pageSize'])))
  expect(first).toMatch(/^getThings does not send GET \/things: TypeError/)
  expect(await unsent(proof(async () => 'nothing', { ...none, reasons: { getThings: 'a reason' } }))).toEqual([])
})
