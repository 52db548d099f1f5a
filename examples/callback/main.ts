import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { OgcClient } from '@geoclients/ogc-client'
import { createOgcMock } from '@geoclients/ogc-client/mock'
import { serve } from '@geoclients/ogc-client/mock/node'
import { createCallbackReceiver } from './callback-receiver.ts'
import { waitForCallback } from './wait-for-callback.ts'

// This stands for a remote server of processes. It must be able to reach the receiver.
const mock = createOgcMock()
const server = await serve(mock)

const http = createServer((message, answer) => {
  message.resume() // the body of a callback is not read
  const { method = 'GET', url = '/' } = message
  const { status } = receiver.handle({ method, url: new URL(url, publicUrl).href })
  answer.writeHead(status).end()
})
await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
const publicUrl = `http://127.0.0.1:${(http.address() as AddressInfo).port}/callbacks`
const receiver = createCallbackReceiver(publicUrl)

try {
  const ogc = new OgcClient({ baseUrl: server.url })
  const subscription = receiver.subscribe()
  const { subscriber } = subscription
  const job = await ogc.submit('sleep_a_while', { inputs: { duration: 1 }, subscriber }, { mode: 'async' })
  console.log(`${job.id} is ${job.status}; waiting for the server to call ${subscriber.successUri}`)
  await waitForCallback(job, subscription)
  subscription.end()
  const results = await job.results()
  const polls = mock.requests.filter(({ method, path }) => method === 'GET' && path === `/jobs/${job.id}`)
  console.log(`${job.id} is ${job.status} after ${polls.length} polls; it slept for`, results.get('return_value'))
} finally {
  http.close()
  await server.close()
}
