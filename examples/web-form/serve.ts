import { createReadStream, existsSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { Readable } from 'node:stream'
import { createOgcMock, type MockProcess } from '@geoclients/ogc-client/mock'

const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }
const dist = join(import.meta.dirname, 'dist')

/** As the built-in process, but slow enough to be watched. */
const slowly = (processes: readonly MockProcess[]): MockProcess[] =>
  processes.map((process) =>
    process.description.id === 'tile_thumbnail' ? { ...process, duration: () => 6_000 } : process
  )

/** The page as it was built, and a service at `/ogc`, on one origin. */
export async function serve(port = 0): Promise<{ readonly url: string; readonly close: () => void }> {
  const mock = createOgcMock({ baseUrl: 'http://service.test/ogc', processes: slowly })
  const server = createServer(async (request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://localhost')
    if (pathname.startsWith('/ogc')) {
      const answer = await mock.fetch(await asRequest(request, `http://service.test${pathname}${search}`))
      response.writeHead(answer.status, Object.fromEntries(answer.headers))
      response.end(Buffer.from(await answer.arrayBuffer()))
      return
    }
    const file = join(dist, normalize(pathname === '/' ? '/index.html' : pathname))
    if (!file.startsWith(dist) || !existsSync(file)) return void response.writeHead(404).end()
    response.writeHead(200, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream' })
    createReadStream(file).pipe(response)
  })
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { url, close: () => void server.close().closeAllConnections() }
}

async function asRequest(request: IncomingMessage, url: string): Promise<Request> {
  const { method = 'GET', headers } = request
  const body = Buffer.concat(await Readable.from(request).toArray())
  return new Request(url, { method, headers: headers as Record<string, string>, ...(body.length > 0 && { body }) })
}

if (import.meta.main) console.log((await serve(5178)).url)
