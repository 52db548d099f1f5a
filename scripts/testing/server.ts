import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

type Answer = readonly [status: number, body: string, headers?: Record<string, string>]

/** A server on a free port. It returns what the test has set for a path with its query, and 404 otherwise. */
export class TestServer {
  readonly answers: Record<string, Answer> = {}
  readonly origin: string
  readonly #server: Server

  private constructor(server: Server) {
    this.#server = server
    this.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    server.on('request', (request, response) => {
      const [status, body, headers = {}] = this.answers[request.url ?? ''] ?? [404, '{"detail":"Not Found"}']
      response.writeHead(status, headers).end(body)
    })
  }

  static async start(): Promise<TestServer> {
    const server = createServer()
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const started = new TestServer(server)
    onTestFinished(() => started.stop())
    return started
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((done) => this.#server.close(done)) // no failure if it has stopped already
  }
}
