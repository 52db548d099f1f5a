import type { IncomingMessage } from 'node:http'

/** A Request of the web platform from one of node:http; the body is streamed. */
export function toRequest(message: IncomingMessage, fallbackOrigin: string, signal: AbortSignal): Request {
  const { method = 'GET', headers, url = '/' } = message
  const init: RequestInit & { duplex?: 'half' } = { method, headers: toHeaders(message), signal }
  if (method !== 'GET' && method !== 'HEAD') {
    init.body = toStream(message)
    init.duplex = 'half'
  }
  const origin = headers.host === undefined ? fallbackOrigin : `http://${headers.host}`
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

/** By hand, because the types of node's web streams and of the DOM's do not fit together. */
function toStream(message: IncomingMessage): ReadableStream<Uint8Array<ArrayBuffer>> {
  const chunks = message.iterator({ destroyOnReturn: false })
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await chunks.next()
      if (done === true) controller.close()
      else controller.enqueue(new Uint8Array(value))
    },
    async cancel() {
      await chunks.return?.()
    }
  })
}
