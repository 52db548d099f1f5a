import { clients } from '../../scripts/registry.ts'

/** A service that examples speak of: a mock at the address that they name. */
export interface Service {
  readonly baseUrl: string
  readonly fetch: typeof globalThis.fetch
}

/** The services of all clients, from `services/KEY.ts`, new for each program. Anything else cannot be reached. */
export async function serveExamples(): Promise<typeof fetch> {
  const made = clients.map(async ({ key }): Promise<Service> => (await import(`./services/${key}.ts`)).service())
  const services = await Promise.all(made)
  return async (input, init) => {
    const request = new Request(input, init)
    const service = services.find(({ baseUrl }) => request.url === baseUrl || request.url.startsWith(`${baseUrl}/`))
    if (!service) throw new TypeError(`No example may ask for ${request.url}`)
    return service.fetch(request)
  }
}
