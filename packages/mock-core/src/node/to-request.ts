import type { IncomingMessage } from 'node:http'

/** The other parts of a Request. `origin` is used if no header names the host. */
export interface RequestParts {
  readonly body: ReadableStream<Uint8Array<ArrayBuffer>>
  readonly origin: string
  readonly signal: AbortSignal
}

/** Converts a node:http request to a web Request with a streamed body. */
export function toRequest(message: IncomingMessage, { body, origin: fallback, signal }: RequestParts): Request {
  const { method = 'GET', headers, url = '/' } = message
  const init: RequestInit & { duplex?: 'half' } = { method, headers: toHeaders(message), signal }
  if (method !== 'GET' && method !== 'HEAD') {
    init.body = body
    init.duplex = 'half'
  }
  const origin = headers.host === undefined ? fallback : `http://${headers.host}`
  // A target such as //host/path must stay a path.
  return new Request(url.startsWith('/') ? origin + url : new URL(url, origin), init)
}

function toHeaders({ rawHeaders }: IncomingMessage): Headers {
  const headers = new Headers()
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    headers.append(rawHeaders[index] ?? '', rawHeaders[index + 1] ?? '')
  }
  return headers
}
