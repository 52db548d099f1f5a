import { type CallSettings, type HeaderMap, isClientError } from '@geoclients/client-core'

/** Headers that say what a call sends and wants, and nothing of who sends it. */
const ofTheCallOnly = ['accept', 'content-type', 'prefer']

/** The headers of a call that go with what follows it, such as the polls of a job that it started. */
export function lastingHeaders(headers: HeaderMap): HeaderMap {
  if (!ofTheCallOnly.some((name) => name in headers)) return headers
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !ofTheCallOnly.includes(name)))
}

/**
 * The settings of a request that a call needs besides its own, such as the description that names its outputs: the
 * call's media types and preferences are none of its business.
 */
export function sideRequest(settings: CallSettings): CallSettings {
  return { ...settings, headers: lastingHeaders(settings.headers) }
}

/** What a side request answered, or `otherwise` where it failed: but an abort and the end of the client are for the call. */
export async function orElse<T>(request: Promise<T>, otherwise: T): Promise<T> {
  try {
    return await request
  } catch (error) {
    if (isClientError(error) && (error.code === 'aborted' || error.code === 'closed')) throw error
    return otherwise
  }
}
