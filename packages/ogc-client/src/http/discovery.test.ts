import { expect, test } from 'vitest'
import { clientOf, type FakeServer, fakeServer, json, type SeenCall } from '../testing/fake-server.ts'

/** The only request that was made. */
function only({ calls }: FakeServer): SeenCall {
  expect(calls).toHaveLength(1)
  return calls[0] as SeenCall
}

const headersOf = ({ headers }: SeenCall): Record<string, string> => Object.fromEntries(headers)
const jsonOnly = { accept: 'application/json' }

test('getCapabilities reads the landing page', async () => {
  const page = { title: 'A service', links: [{ href: 'https://ogc.example/base/jobs', rel: 'jobs' }] }
  const server = fakeServer({ 'GET /': json(page) })
  expect(await clientOf(server).getCapabilities()).toEqual(page)
  expect(headersOf(only(server))).toEqual(jsonOnly)
  expect(only(server).body).toBeUndefined()
})

test('getConformance reads the declaration', async () => {
  const server = fakeServer({ 'GET /conformance': json({ conformsTo: ['http://a', 'http://b'] }) })
  expect(await clientOf(server).getConformance()).toEqual({ conformsTo: ['http://a', 'http://b'] })
  expect(headersOf(only(server))).toEqual(jsonOnly)
})

test('getProcesses asks for one page', async () => {
  const page = { processes: [{ id: 'ndvi', version: '1.0.0' }], links: [] }
  const server = fakeServer({ 'GET /processes': json(page), 'GET /processes?limit=5': json({ ...page, links: [] }) })
  const ogc = clientOf(server)
  expect(await ogc.getProcesses()).toEqual(page)
  expect(await ogc.getProcesses({ limit: 5 })).toEqual(page)
  expect(await ogc.getProcesses({ limit: undefined })).toEqual(page)
  expect(server.lines()).toEqual(['GET /processes', 'GET /processes?limit=5', 'GET /processes'])
})

test('getProcess asks for a description by an encoded id', async () => {
  const description = { id: 'a/b c', version: '1', inputs: { x: { schema: { type: 'number' } } } }
  const server = fakeServer({ 'GET /processes/a%2Fb%20c': json(description) })
  expect(await clientOf(server).getProcess('a/b c')).toEqual(description)
  expect(headersOf(only(server))).toEqual(jsonOnly)
})
