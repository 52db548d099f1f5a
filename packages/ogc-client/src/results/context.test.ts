import { expect, test } from 'vitest'
import { clientOf, empty, fakeServer, json, type SeenCall, text } from '../testing/fake-server.ts'

const headersOf = ({ headers }: SeenCall): Record<string, string> => Object.fromEntries(headers)
const jsonOnly = { accept: 'application/json' }
const anyResult = 'application/json, multipart/related;q=0.9, */*;q=0.8'
const created = { jobID: 'j1', type: 'process', status: 'accepted' }

test('getJobResults welcomes any media type and names outputs by the process that is given', async () => {
  const server = fakeServer({
    'GET /jobs/j1/results': text('12', 'application/json'),
    'GET /processes/ndvi': json({ id: 'ndvi', version: '1', outputs: { mean: { schema: {} } } })
  })
  const results = await clientOf(server).getJobResults('j1', { processId: 'ndvi' })
  expect(results.toJSON()).toEqual({ mean: 12 })
  expect(server.lines()).toEqual(['GET /jobs/j1/results', 'GET /processes/ndvi'])
  expect(headersOf(server.calls[0] as SeenCall)).toEqual({ accept: anyResult })
  expect(headersOf(server.calls[1] as SeenCall)).toEqual(jsonOnly)
})

test('getJobResults asks the job for its process where none is given', async () => {
  const server = fakeServer({
    'GET /jobs/j1/results': text('12', 'application/json'),
    'GET /jobs/j1': json({ ...created, processID: 'ndvi', status: 'successful' }),
    'GET /processes/ndvi': json({ id: 'ndvi', version: '1', outputs: { mean: { schema: {} } } })
  })
  expect((await clientOf(server).getJobResults('j1')).toJSON()).toEqual({ mean: 12 })
})

test('getJobResults does without names that cannot be had', async () => {
  const results = text('12', 'application/json')
  const server = fakeServer({
    'GET /jobs/j1/results': results,
    'GET /jobs/j1': [empty(500), json(created)],
    'GET /processes/ndvi': [empty(500), json({ id: 'ndvi', version: '1' })]
  })
  const ogc = clientOf(server)
  expect((await ogc.getJobResults('j1')).toJSON()).toEqual({ result: 12 }) // the job cannot be had
  expect((await ogc.getJobResults('j1')).toJSON()).toEqual({ result: 12 }) // it does not name its process
  expect((await ogc.getJobResults('j1', { processId: 'ndvi' })).toJSON()).toEqual({ result: 12 }) // no description
  expect((await ogc.getJobResults('j1', { processId: 'ndvi' })).toJSON()).toEqual({ result: 12 }) // one without outputs
})
