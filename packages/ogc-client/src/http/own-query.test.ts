import { expect, test } from 'vitest'
import { clientOf, fakeServer, json } from '../testing/fake-server.ts'
import { rejection } from '../testing/rejection.ts'

test('a server’s own parameters are sent beside those of the standard', async () => {
  const server = fakeServer({
    'GET /jobs?detail=true&tags=a%2Cb&limit=2': json({ jobs: [] }),
    'GET /processes?offset=10': json({ processes: [] })
  })
  const ogc = clientOf(server)
  await ogc.getJobs({ limit: 2, query: { detail: true, tags: ['a', 'b'] } })
  await ogc.getProcesses({ query: { offset: 10 } })
  expect(server.calls).toHaveLength(2)
})

test.each([
  [{ detail: true }, 'detail'],
  [{ query: 5 }, 'query'],
  [{ query: { a: {} } }, 'query'],
  [{ query: { limit: 5 } }, 'query.limit']
])('what no server could mean is refused: %j', async (filter, name) => {
  const error = await rejection(clientOf(fakeServer({})).getJobs(filter as object))
  expect(error.code).toBe('invalid-argument')
  expect(error.message).toContain(name)
})
