import { service as cas } from './services/cas.ts'
import { service as features } from './services/features.ts'
import { service as ogc } from './services/ogc.ts'

/** A service of the examples: a mock at the address that they use. */
export interface Service {
  readonly baseUrl: string
  readonly fetch: typeof globalThis.fetch
}

/** One for each client; `npm run new:client` adds the next. */
const all = [cas, features, ogc]

/** The services of all clients, new for each program. No other address can be reached. */
export function serveExamples(): typeof fetch {
  const services = all.map((service): Service => service())
  return async (input, init) => {
    const request = new Request(input, init)
    const service = services.find(({ baseUrl }) => request.url === baseUrl || request.url.startsWith(`${baseUrl}/`))
    if (!service) throw new TypeError(`No example may ask for ${request.url}`)
    return service.fetch(request)
  }
}
