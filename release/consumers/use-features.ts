import { FeaturesClient, isFeaturesError } from '@geoclients/features-client'

/** What a new user does first with `@geoclients/features-client`; the same facts must come out of it everywhere. */
export async function use(baseUrl: string): Promise<Record<string, unknown>> {
  const features = new FeaturesClient({ baseUrl })

  const names: unknown[] = []
  for await (const { properties } of features.iterItems('catchments', { limit: 2 })) names.push(properties?.name)

  const missing = await features.getFeature('rivers', 'nobody').then(
    () => 'found',
    (error: unknown) => (isFeaturesError(error) ? `${error.code} ${error.status}` : String(error))
  )
  const aborted = await features.getCollections({ signal: AbortSignal.abort() }).then(
    () => 'finished',
    (error: unknown) => (error as Error).name
  )
  features.close()
  return { names: names.join(), missing, aborted }
}

/** What must come out of it everywhere. */
export const expected: unknown = {
  names: 'Emme,Thur,Sense,Maggia,Broye',
  missing: 'http-status 404',
  aborted: 'AbortError'
}
