import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createOgcMock } from '@geoclients/ogc-client/mock'
import { type Answer, answersOf } from './answers.ts'

/*
 * A server that answers immediately from memory and keeps connections open. It runs in a separate process, so its cost is not
 * counted. It prints its address, and ends with its input.
 */
let answers: ReadonlyMap<string, Answer> = new Map()
const none: Answer = { status: 404, headers: {}, body: new Uint8Array() }

const server = createServer((request, response) => {
  request.on('end', () => send(answers.get(`${request.method} ${request.url}`) ?? none, response)).resume()
})
server.keepAliveTimeout = 600_000
server.listen(0, '127.0.0.1', async () => {
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  answers = await answersOf(createOgcMock({ baseUrl }))
  console.log(baseUrl)
})
process.stdin.on('end', () => process.exit()).resume()

function send({ status, headers, body }: Answer, response: ServerResponse): void {
  response.writeHead(status, { ...headers, 'content-length': body.length })
  response.end(body)
}
