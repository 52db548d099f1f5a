import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

/** A server on a free port for one test. It returns what the test sets for a path with its query, and 404 otherwise. */
export interface TestServer {
  readonly answers: Record<string, readonly [status: number, body: string, headers?: Record<string, string>]>
  readonly origin: string
}

export async function startServer(): Promise<TestServer> {
  const answers: TestServer['answers'] = {}
  const server = createServer(({ url = '' }, response) => {
    const [status, body, headers = {}] = answers[url] ?? [404, '{"detail":"Not Found"}']
    response.writeHead(status, headers).end(body)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  return { answers, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}
