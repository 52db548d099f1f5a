import { type ClientPackage, clients, packageName } from '../../scripts/registry.ts'

export interface Servers {
  /** The address of each client's mock by its key. */
  readonly urls: Readonly<Record<string, string>>
  close(): Promise<void>
}

/** Serves the mocks on loopback, for pages of any origin but without exposed headers, as wraptile and CAS do. */
export async function serveMocks(): Promise<Servers> {
  const servers = await Promise.all(clients.map(async (client) => [client.key, await serveMock(client)] as const))
  return {
    urls: Object.fromEntries(servers.map(([key, { url }]) => [key, url])),
    async close() {
      await Promise.all(servers.map(([, server]) => server.close()))
    }
  }
}

/** By its name, as all clients have it: `createOgcMock` of `@geoclients/ogc-client/mock`. */
async function serveMock(client: ClientPackage): Promise<{ url: string; close(): Promise<void> }> {
  const [mock, { serve }] = await Promise.all([
    import(`${packageName(client)}/mock`),
    import(`${packageName(client)}/mock/node`)
  ])
  const create = mock[`create${client.key.charAt(0).toUpperCase()}${client.key.slice(1)}Mock`]
  return serve(withBareCors(create()), { cors: false })
}

interface Handler {
  readonly handle: (request: Request) => Promise<Response>
}

function withBareCors<Mock extends Handler>(mock: Mock): Mock {
  return {
    ...mock,
    async handle(request) {
      const asked = request.headers.get('Access-Control-Request-Headers') ?? ''
      const preflight = request.method === 'OPTIONS' && request.headers.has('Access-Control-Request-Method')
      const answer = preflight ? new Response(null, { status: 204 }) : await mock.handle(request)
      const headers = new Headers(answer.headers)
      headers.set('Access-Control-Allow-Origin', '*')
      headers.set('Access-Control-Allow-Methods', 'GET, POST, DELETE')
      headers.set('Access-Control-Allow-Headers', asked)
      return new Response(answer.body, { status: answer.status, headers })
    }
  }
}
