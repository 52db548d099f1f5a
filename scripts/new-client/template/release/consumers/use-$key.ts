import { $ApiClient, is$ApiError } from '@geoclients/$key-client'

/** What a new user does first with `@geoclients/$key-client`; the same facts must come out of it everywhere. */
export async function use(baseUrl: string): Promise<Record<string, unknown>> {
  const $api = new $ApiClient({ baseUrl })
  // each example
  const answer = typeof (await $api.$operation($arguments))
  const aborted = await $api.$operation($before{ signal: AbortSignal.abort() }).then(
    () => 'finished',
    (error: unknown) => (is$ApiError(error) ? error.name : String(error))
  )
  // end
  $api.close()
  return { answer, aborted }
}

/** What must come out of it everywhere. */
// each example
export const expected: unknown = { answer: '$answerKind', aborted: 'AbortError' }
// end
