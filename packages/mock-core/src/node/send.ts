import { once } from 'node:events'
import type { ServerResponse } from 'node:http'

/** Sends a web Response through node:http in chunks, with backpressure. */
export async function send(response: Response, to: ServerResponse): Promise<void> {
  const headers: Record<string, string | string[]> = Object.fromEntries(response.headers)
  const cookies = response.headers.getSetCookie()
  if (cookies.length > 0) headers['set-cookie'] = cookies
  to.writeHead(response.status, headers)
  if (response.body === null) {
    to.end()
    return
  }
  // Headers are sent before the first chunk, which may take long.
  to.flushHeaders()
  const reader = response.body.getReader()
  const closed = new AbortController()
  const stop = (): void => {
    closed.abort()
    reader.cancel().catch(() => {})
  }
  to.once('close', stop)
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      if (!to.write(part.value)) await once(to, 'drain', { signal: closed.signal })
    }
    to.end()
  } finally {
    to.off('close', stop)
  }
}
