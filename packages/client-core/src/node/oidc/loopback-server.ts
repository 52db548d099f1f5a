import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

export interface RedirectReceiver {
  /** The URL that the provider redirects to (RFC 8252, 7.3). */
  readonly redirectUri: string
  /** The first requested URL that has this `state`. */
  readonly received: Promise<URL>
  close(): void
}

/** More than a browser opens to one host; further connections are refused. */
const maxConnections = 32
/** Milliseconds within which a connection must send its request. */
const requestTimeout = 10_000

/**
 * Waits on a free port of this machine for the redirect of a login. Requests with another `state`, host (DNS rebinding) or
 * path are answered and otherwise ignored, because any page and any redirecting service can send them. After `close`, no
 * connection keeps the program alive.
 */
export async function receiveRedirect(state: string): Promise<RedirectReceiver> {
  const server = createServer({
    requestTimeout,
    headersTimeout: requestTimeout,
    connectionsCheckingInterval: requestTimeout
  })
  server.maxConnections = maxConnections
  /** Connections that did not carry the login. */
  const others = new Set<Socket>()
  server.on('connection', (socket) => {
    others.add(socket)
    socket.once('close', () => others.delete(socket))
  })
  const { port } = await listen(server)
  // A connection that cannot be accepted must not end the program.
  server.on('error', () => {})
  const redirectUri = `http://127.0.0.1:${port}/callback`
  const received = new Promise<URL>((resolve) => {
    server.on('request', (request, response) => {
      const url = readCallback(request, redirectUri, state)
      // The browser with the login gets its response even if the login ends immediately.
      if (url) others.delete(request.socket)
      answer(response, url)
      if (url) resolve(url)
    })
  })
  const close = (): void => {
    server.close()
    for (const socket of others) socket.destroy()
    server.unref()
  }
  return { redirectUri, received, close }
}

function readCallback({ method, headers, url }: IncomingMessage, redirectUri: string, state: string): URL | undefined {
  const expected = new URL(redirectUri)
  if (method !== 'GET' || headers.host !== expected.host || !URL.canParse(url ?? '', redirectUri)) return undefined
  const given = new URL(url ?? '', redirectUri)
  const isOurs = given.origin === expected.origin && given.pathname === expected.pathname
  return isOurs && given.searchParams.get('state') === state ? given : undefined
}

function answer(response: ServerResponse, url: URL | undefined): void {
  const failed = url?.searchParams.has('error')
  const text = !url
    ? 'Nothing is expected here.'
    : `The login ${failed ? 'failed' : 'was received'}. You can close this page and go back to your program.`
  response.writeHead(url ? 200 : 404, {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    'Content-Security-Policy': "default-src 'none'",
    'Referrer-Policy': 'no-referrer',
    Connection: 'close'
  })
  response.end(`<!doctype html><title>Login</title><p>${text}</p>`)
}

function listen(server: Server): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      server.off('error', reject)
      resolve(server.address() as AddressInfo)
    })
  })
}
