import { FeaturesClient, isFeaturesError } from '@geoclients/features-client'

/** What a new user does first with `@geoclients/features-client`; the same facts must come out of it everywhere. */
export async function use(baseUrl: string): Promise<Record<string, unknown>> {
  const features = new FeaturesClient({ baseUrl })
  const answer = typeof (await features.getCollections())
  const aborted = await features.getCollections({ signal: AbortSignal.abort() }).then(
    () => 'finished',
    (error: unknown) => (isFeaturesError(error) ? error.name : String(error))
  )
  features.close()
  return { answer, aborted }
}

/** What must come out of it everywhere. */
export const expected: unknown = { answer: 'object', aborted: 'AbortError' }
