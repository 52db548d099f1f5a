import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Handle, isNetworkFault } from '../handle.ts'
import { BodyTooLong, boundedBody } from './bounded-body.ts'
import { addCors, preflight } from './cors.ts'
import { send } from './send.ts'
import { toRequest } from './to-request.ts'

export interface ServeOptions {
  /** Default 0: any free port. */
  readonly port?: number | undefined
  /** Default 127.0.0.1. */
  readonly host?: string | undefined
  /** Whether pages of any origin may use the server. Default true. */
  readonly cors?: boolean | undefined
  /** Maximum size of a request body in bytes; a longer one gets 413. Default 64 MiB. */
  readonly maxBodyBytes?: number | undefined
}

/** Longer than a busy program pauses: a client may use a connection at the moment its server ends it, and a POST is then lost. */
const keepAliveTimeout = 72_000

export interface MockServer {
  /** Base URL for a client, including the base path. */
  readonly url: string
  readonly port: number
  /** Stops listening and closes all connections immediately, including active ones. */
  close(): Promise<void>
}

/**
 * Serves a mock over HTTP. A request is aborted when its connection closes.
 * @throws the system's error, such as EADDRINUSE, if it cannot listen
 */
export async function serve(
  mock: Handle | { readonly handle: Handle; readonly basePath?: string },
  { port = 0, host = '127.0.0.1', cors = true, maxBodyBytes = 64 * 1024 * 1024 }: ServeOptions = {}
): Promise<MockServer> {
  const { handle, basePath = '' } = typeof mock === 'function' ? { handle: mock } : mock
  const answer: Handle = async (request) => {
    if (!cors) return handle(request)
    return preflight(request) ?? addCors(await handle(request))
  }
  let origin = ''
  const server = createServer({ keepAliveTimeout }, (message, response) => {
    respond(answer, message, response, { origin, maxBodyBytes }).catch(() => message.socket.destroy())
  })
  const address = await listen(server, port, host)
  origin = `http://${address.family === 'IPv6' ? `[${address.address}]` : address.address}:${address.port}`
  return {
    url: origin + basePath,
    port: address.port,
    close: () => close(server)
  }
}

async function respond(
  answer: Handle,
  message: IncomingMessage,
  response: ServerResponse,
  { origin, maxBodyBytes }: { readonly origin: string; readonly maxBodyBytes: number }
): Promise<void> {
  const aborted = new AbortController()
  const alive = new Set<Request>()
  response.once('close', () => {
    if (!response.writableFinished) aborted.abort(new DOMException('The connection was closed.', 'AbortError'))
    alive.clear()
  })
  try {
    const body = boundedBody(message, maxBodyBytes)
    const request = toRequest(message, { body, origin, signal: aborted.signal })
    // Keeps the Request reachable, because otherwise an abort would not reach its signal.
    alive.add(request)
    await send(await answer(request), response)
  } catch (error) {
    if (isNetworkFault(error) || aborted.signal.aborted || response.headersSent) throw error
    if (error instanceof BodyTooLong) {
      // The connection is closed, because the rest of the body is not read.
      const headers = { 'Content-Type': 'text/plain; charset=utf-8', Connection: 'close' }
      response.writeHead(413, headers).end(`${error.message}\n`)
      return
    }
    response.writeHead(500, { 'Content-Type': 'text/plain; charset=utf-8' })
    response.end(`The mock failed: ${error instanceof Error ? error.message : String(error)}\n`)
  }
}

function listen(server: Server, port: number, host: string): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      const address = server.address()
      if (address === null || typeof address === 'string') reject(new Error('The server has no port.'))
      else resolve(address)
    })
  })
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error === undefined ? resolve() : reject(error)))
    server.closeAllConnections()
  })
}
