import { byDataset, CasClient, isCasError } from '@geoclients/cas-client'

/** The first steps of a new user of `@geoclients/cas-client`. The result must be the same everywhere. */
export async function use(baseUrl: string): Promise<Record<string, unknown>> {
  const cas = new CasClient({ baseUrl })
  const point = { type: 'Point' as const, coordinates: [7.45, 46.95] }

  const response = await cas.extract({ geometry: point, datasetIds: ['demo_terrain:elevation'] })
  const elevation = byDataset(response, 'demo_terrain:elevation')?.value

  const providers: string[] = []
  for await (const { slug } of cas.iterProviders()) providers.push(slug)

  const missing = await cas.provider('nobody').then(
    () => 'found',
    (error: unknown) => (isCasError(error) ? `${error.code} ${error.status}` : String(error))
  )

  const abort = new AbortController()
  abort.abort()
  const aborted = await cas.datasets({}, { signal: abort.signal }).then(
    () => 'finished',
    (error: unknown) => (error as Error).name
  )
  cas.close()
  return { elevation, providers: providers.length, missing, aborted }
}

/** The expected result. */
export const expected: unknown = { elevation: 548.3, providers: 5, missing: 'http-status 404', aborted: 'AbortError' }
