import { setupServer } from 'msw/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mswHandlers } from './msw.ts'
import { createOgcMock } from './ogc-mock.ts'

const mock = createOgcMock({ baseUrl: 'http://msw.test/ogc' })
const server = setupServer(...(await mswHandlers(mock)))
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
afterAll(() => server.close())

test('the platform fetch reaches it, from submission to results', async () => {
  const created = await fetch(`${mock.baseUrl}/processes/primes_between/execution`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Prefer: 'respond-async' },
    body: JSON.stringify({ inputs: { min_val: 90 } })
  })
  expect(created.status).toBe(201)
  const location = created.headers.get('Location') ?? ''
  expect(location).toBe('http://msw.test/ogc/jobs/job-1')
  expect(await (await fetch(location)).json()).toMatchObject({ status: 'successful' })
  expect(await (await fetch(`${location}/results`)).json()).toEqual([97])
  expect((await fetch(location, { method: 'DELETE' })).status).toBe(200)
  expect((await fetch(location)).status).toBe(404)
})

test('bytes come through whole', async () => {
  const response = await fetch(`${mock.baseUrl}/processes/echo_inputs/execution`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ inputs: { bytes: 'AP+AfwA=' }, outputs: { bytes: {} } })
  })
  expect([...(await response.bytes())]).toEqual([0, 255, 128, 127, 0])
})

test('the landing page answers with and without a slash', async () => {
  expect((await fetch('http://msw.test/ogc')).status).toBe(200)
  expect((await fetch('http://msw.test/ogc/')).status).toBe(200)
})
