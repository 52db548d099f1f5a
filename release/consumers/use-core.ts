import { basic, ClientError, isClientError } from '@geoclients/client-core'

/** `@geoclients/client-core` is not for users, but must work if it is installed alone. */
export async function use(baseUrl: string): Promise<Record<string, unknown>> {
  const { origin } = new URL(baseUrl)
  const auth = basic({ userName: 'ann', password: 'secret' })
  const credentials = await auth({ origin, signal: new AbortController().signal })
  const error: unknown = new ClientError({ code: 'closed', message: 'over' })
  return { credentials, error: isClientError(error) ? error.code : 'another class' }
}

/** The expected result. */
export const expected: unknown = { credentials: { Authorization: `Basic ${btoa('ann:secret')}` }, error: 'closed' }
