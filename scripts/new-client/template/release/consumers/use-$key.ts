import { $ApiClient, is$ApiError } from '@geoclients/$key-client'

/** What a new user does first with `@geoclients/$key-client`. It must print the same on every runtime. */
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

/** The output that every runtime must print. */
// each example
export const expected: unknown = { answer: '$answerKind', aborted: 'AbortError' }
// end
