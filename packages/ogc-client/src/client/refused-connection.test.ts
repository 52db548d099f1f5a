import { createServer } from 'node:net'
import { expect, test } from 'vitest'
import { rejection } from '../testing/rejection.ts'
import { OgcClient } from './ogc-client.ts'

test('a port that was just closed', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  await new Promise((resolve) => server.close(resolve))
  const ogc = new OgcClient({ baseUrl: `http://127.0.0.1:${port}/ogc`, retry: false })
  const error = await rejection(ogc.getConformance())
  expect(error).toMatchObject({
    code: 'network',
    method: 'GET',
    url: `http://127.0.0.1:${port}/ogc/conformance`,
    message: `GET http://127.0.0.1:${port}/ogc/conformance failed: connection refused (ECONNREFUSED)`
  })
})
