import { expect, test } from 'vitest'
import { clientOf, type FakeServer, fakeServer, json, type SeenCall } from '../testing/fake-server.ts'

/** The only request that was made. */
function only({ calls }: FakeServer): SeenCall {
  expect(calls).toHaveLength(1)
  return calls[0] as SeenCall
}

const headersOf = ({ headers }: SeenCall): Record<string, string> => Object.fromEntries(headers)
const anyResult = 'application/json, multipart/related;q=0.9, */*;q=0.8'
const created = { jobID: 'j1', type: 'process', status: 'accepted' }

test('executeProcess sends the request as JSON and prefers a job', async () => {
  const server = fakeServer({ 'POST /processes/ndvi/execution': json(created, { status: 201 }) })
  const request = {
    inputs: { scene: 'a', bbox: [1, 2, 3, 4], left: undefined },
    outputs: { image: { transmissionMode: 'reference' as const } },
    response: 'document' as const,
    subscriber: { successUri: 'https://me.example/done' }
  }
  const started = await clientOf(server).executeProcess('ndvi', request)
  expect(started).toEqual({ ...created, processID: 'ndvi' })
  expect('results' in started).toBe(false)
  const call = only(server)
  expect(headersOf(call)).toEqual({ accept: anyResult, 'content-type': 'application/json', prefer: 'respond-async' })
  expect(call.body).toBe(JSON.stringify(request))
})

test('executeProcess has the results where the server answered at once', async () => {
  const server = fakeServer({
    'POST /processes/ndvi/execution': json({ mean: 5 }),
    'GET /processes/ndvi': json({ id: 'ndvi', version: '1', outputs: { mean: { schema: {} } } })
  })
  const { results, ...info } = await clientOf(server).executeProcess('ndvi', {})
  expect(info).toEqual({ jobID: '', processID: 'ndvi', type: 'process', status: 'successful' })
  expect(results?.toJSON()).toEqual({ mean: 5 })
})
