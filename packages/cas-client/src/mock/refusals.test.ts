import { type ValidRequest, type WrongRequest, wrongRequests } from '@geoclients/contract-core'
import { expect, test } from 'vitest'
import { createCasMock } from './cas-mock.ts'

const geometry = { type: 'Point', coordinates: [7, 46] }
const time_range = { start: '2020-01-01T00:00:00Z', end: '2021-01-01T00:00:00Z' }
const options = { dataset_ids: ['demo_terrain:elevation'], aggregation: 'mean', target_crs: 'EPSG:4326', time_range }

/** A request of each operation that the contract takes. */
const valid: Readonly<Record<string, ValidRequest>> = {
  ...{ health: {}, providers: {}, datasets: {} },
  provider: { path: { slug: 'demo_terrain' } },
  extract: { body: { geometry, ...options } },
  batchExtract: { body: { geometries: [geometry], ...options } }
}
const wrong = await wrongRequests(new URL('../../../../specs/cas/openapi.yaml', import.meta.url), valid)

async function ask({ method, path, body }: Pick<WrongRequest, 'method' | 'path' | 'body'>): Promise<Response> {
  const mock = createCasMock()
  return mock.fetch(mock.baseUrl + path, {
    method,
    ...(body && { body, headers: { 'Content-Type': 'application/json' } })
  })
}

test.each(wrong.map((request) => [request.title, request] as const))('the mock refuses %s', async (_, request) => {
  const answer = await ask(request)
  // Of its own limits the service tells in words: "datasets".
  const named = request.field.replace('_ids', '')
  expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining(named)])
})

test.each([
  ['/api/v1/extract', valid.extract?.body],
  ['/api/v1/extract/batch', valid.batchExtract?.body]
])('what the wrong ones are made of is taken: %s', async (path, body) => {
  expect((await ask({ method: 'POST', path, body: JSON.stringify(body) })).status).toBe(200)
})
