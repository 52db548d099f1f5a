import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { forward, type Target } from './forward.ts'
import { readStatic } from './static-files.ts'

export interface ServeOptions {
  /** The folder of the built page. */
  readonly folder: string
  /** The servers to open, which requests may be forwarded to. */
  readonly ogc?: string | undefined
  readonly cas?: string | undefined
  /** Default: a free port. */
  readonly port?: number | undefined
}

export interface ServedExplorer {
  /** The address of the page with the servers. */
  readonly url: string
  readonly close: () => Promise<void>
}

/**
 * Serves the explorer on this machine only, with a proxy for the named servers and no others, so that they need no CORS headers.
 *
 * @example
 * const explorer = await serveExplorer({ folder: 'apps/explorer/dist', ogc: 'https://example.com/ogc' })
 * console.log(explorer.url)
 */
export async function serveExplorer({ folder, ogc, cas, port = 0 }: ServeOptions): Promise<ServedExplorer> {
  const origins = [...new Set([ogc, cas].flatMap((address) => (address ? [new URL(address).origin] : [])))]
  const targets = origins.map((origin, index): Target => ({ origin, path: `/via/${index}` }))
  const server = createServer((request, response) => {
    answer(request, response, { folder, targets, port: portOf(server) }).catch(() => response.destroy())
  })
  await new Promise<void>((done, fail) => {
    server.once('error', fail)
    server.listen(port, '127.0.0.1', done)
  })
  const query = Object.entries({ ogc, cas }).flatMap(([name, address]) =>
    address ? [`${name}=${encodeURIComponent(address)}`] : []
  )
  return {
    url: `http://127.0.0.1:${portOf(server)}/${query.length > 0 ? `?${query.join('&')}` : ''}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      })
  }
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port

interface Site {
  readonly folder: string
  readonly targets: readonly Target[]
  readonly port: number
}

async function answer(request: IncomingMessage, response: ServerResponse, site: Site): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost')
  if (!isOwn(request, site.port)) {
    response.writeHead(403, { 'Content-Type': 'text/plain' }).end('This is for the page of this address only.\n')
    return
  }
  const target = site.targets.find(({ path }) => pathname.startsWith(`${path}/`))
  if (target) return forward(request, response, target)
  const file = await readStatic(site.folder, pathname)
  if (!file) {
    const page = await readStatic(site.folder, '/404.html')
    response
      .writeHead(404, { 'Content-Type': page?.type ?? 'text/plain' })
      .end(page?.bytes ?? 'There is no such page.\n')
    return
  }
  const isPage = file.type.startsWith('text/html')
  response.writeHead(200, {
    'Content-Type': file.type,
    'Cache-Control': pathname.startsWith('/assets/') ? 'max-age=31536000, immutable' : 'no-store',
    'X-Content-Type-Options': 'nosniff'
  })
  response.end(isPage ? withTargets(file.bytes.toString(), site.targets) : file.bytes)
}

/** Another page must not use the proxy, either by its own name for this machine or from its own origin. */
function isOwn({ headers: { host, origin } }: IncomingMessage, port: number): boolean {
  const hosts = ['127.0.0.1', 'localhost'].map((name) => `${name}:${port}`)
  return hosts.includes(host ?? '') && (origin === undefined || hosts.some((own) => origin === `http://${own}`))
}

/** Tells the page the path of each server. */
function withTargets(page: string, targets: readonly Target[]): string {
  if (targets.length === 0) return page
  const text = JSON.stringify(Object.fromEntries(targets.map(({ origin, path }) => [origin, path])))
  const escaped = text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
  return page.replace('</head>', `<meta name="geoclients-forwarded" content="${escaped}" />\n</head>`)
}
