import { belowBase } from './router.ts'

/** A recorded request, for assertions. It contains everything, including credentials. */
export interface SeenRequest {
  readonly method: string
  readonly url: string
  /** Path below the base path, percent-encoded; the whole path if it is outside. */
  readonly path: string
  /** All values of each query parameter. */
  readonly query: Readonly<Record<string, readonly string[]>>
  /** Headers with lower-case names. */
  readonly headers: Readonly<Record<string, string>>
  /** Text of the body; empty if there was none. */
  readonly body: string
}

/** Reads a request, and returns the record and an equal unread request. Reading a clone would be slow in Chromium. */
export async function readSeen(request: Request, basePath: string): Promise<{ seen: SeenRequest; unread: Request }> {
  const url = new URL(request.url)
  const query = Object.fromEntries([...url.searchParams.keys()].map((key) => [key, url.searchParams.getAll(key)]))
  const bytes = request.body === null ? undefined : await request.arrayBuffer()
  const seen: SeenRequest = {
    method: request.method,
    url: request.url,
    path: belowBase(url.pathname, basePath) ?? url.pathname,
    query,
    headers: Object.fromEntries(request.headers),
    body: new TextDecoder().decode(bytes)
  }
  return { seen, unread: bytes ? new Request(request, { body: bytes, signal: request.signal }) : request }
}
