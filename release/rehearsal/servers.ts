import { createCasMock } from '@geoclients/cas-client/mock'
import { serve as serveCas } from '@geoclients/cas-client/mock/node'
import { createOgcMock } from '@geoclients/ogc-client/mock'
import { serve as serveOgc } from '@geoclients/ogc-client/mock/node'

export interface Servers {
  readonly ogc: string
  readonly cas: string
  close(): Promise<void>
}

/** Both mocks on loopback, for pages of any origin, but with no header exposed to them: as wraptile and CAS do it. */
export async function serveMocks(): Promise<Servers> {
  const ogc = await serveOgc(withBareCors(createOgcMock()), { cors: false })
  const cas = await serveCas(withBareCors(createCasMock()), { cors: false })
  return {
    ogc: ogc.url,
    cas: cas.url,
    async close() {
      await Promise.all([ogc.close(), cas.close()])
    }
  }
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
