import { belowBase } from './router.ts'

/** A request as it came, for assertions. Nothing is hidden in it, credentials neither: it is a tool for tests. */
export interface SeenRequest {
  readonly method: string
  readonly url: string
  /** Below the base path, still percent-encoded; the whole path where it is outside. */
  readonly path: string
  /** All values of each query parameter. */
  readonly query: Readonly<Record<string, readonly string[]>>
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>
  /** Text of the body; empty where there was none. */
  readonly body: string
}

/** Reads a request, and gives it as it came beside what was seen: a copy of it would take Chromium its time to read. */
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
