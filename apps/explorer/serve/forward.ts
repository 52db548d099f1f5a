import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** Headers that are meant only for the next hop (RFC 9110, section 7.6.1), or that belong to the page and not to the request. */
const own = new Set([
  'connection',
  'cookie',
  'expect',
  'host',
  'keep-alive',
  'origin',
  'referer',
  'set-cookie',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade'
])

export interface Target {
  /** The origin of the server, without a slash at the end. */
  readonly origin: string
  /** The path at which the page reaches it, such as `/via/0`. */
  readonly path: string
}

/** Forwards a request of the page to the server, and streams its response back. Redirects within the server lead to the proxy. */
export async function forward(request: IncomingMessage, response: ServerResponse, target: Target): Promise<void> {
  const { method = 'GET', url = '/' } = request
  const end = new AbortController()
  response.once('close', () => end.abort())
  const hasBody = method !== 'GET' && method !== 'HEAD'
  const answer = await fetch(`${target.origin}${url.slice(target.path.length)}`, {
    method,
    headers: passedOn(Object.entries(request.headers)),
    redirect: 'manual',
    signal: end.signal,
    ...(hasBody && { body: Readable.toWeb(request) as ReadableStream<Uint8Array>, duplex: 'half' })
  }).catch((error: unknown) => {
    if (!end.signal.aborted) refuse(response, target, error)
  })
  if (!answer) return
  const {
    'content-encoding': encoding,
    'content-length': length,
    ...headers
  } = Object.fromEntries(passedOn([...answer.headers]))
  // The body is already decompressed, so its length has changed.
  if (length !== undefined && encoding === undefined) headers['content-length'] = length
  const { location } = headers
  // Only for redirects. In other responses this header names a job, by the address of the server itself.
  if (answer.status >= 300 && answer.status < 400 && location !== undefined) {
    const to = new URL(location, `${target.origin}${url.slice(target.path.length)}`)
    headers.location = to.origin === target.origin ? `${target.path}${to.pathname}${to.search}` : to.href
  }
  response.writeHead(answer.status, headers)
  if (answer.body) await pipeline(answer.body, response).catch(() => response.destroy())
  else response.end()
}

function passedOn(headers: readonly (readonly [string, string | string[] | undefined])[]): [string, string][] {
  return headers.flatMap(([name, value]): [string, string][] =>
    value === undefined || own.has(name.toLowerCase()) || name.toLowerCase().startsWith('access-control-')
      ? []
      : [[name, Array.isArray(value) ? value.join(', ') : value]]
  )
}

function refuse(response: ServerResponse, { origin }: Target, error: unknown): void {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error)
  const detail = `${origin} does not answer: ${cause}`
  response.writeHead(502, { 'Content-Type': 'application/problem+json' })
  response.end(JSON.stringify({ type: 'about:blank', title: 'The server cannot be reached', status: 502, detail }))
}
