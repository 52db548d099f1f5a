import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'

const here = import.meta.dirname
const repository = join(here, '..', '..')
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript'
}

/** Serves this folder, and `node_modules` of the repository, on a free port. Returns the server and its address. */
export async function serveFolder(): Promise<{ readonly url: string; readonly server: Server }> {
  const server = createServer(async (request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname)
    const file = join(path.startsWith('/node_modules/') ? repository : here, path)
    try {
      const bytes = await readFile(file)
      response.writeHead(200, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream' }).end(bytes)
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // The host name differs from that of the service, so that the page has another origin.
  return { server, url: `http://localhost:${(server.address() as AddressInfo).port}` }
}
