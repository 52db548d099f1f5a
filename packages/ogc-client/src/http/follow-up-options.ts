import { type CallSettings, type HeaderMap, isClientError } from '@geoclients/client-core'

/** Headers that describe the content of a call, but not its user. */
const ofTheCallOnly = ['accept', 'content-type', 'prefer']

/** The headers of a call that also apply to later requests, such as the polls of its job. */
export function lastingHeaders(headers: HeaderMap): HeaderMap {
  if (!ofTheCallOnly.some((name) => name in headers)) return headers
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !ofTheCallOnly.includes(name)))
}

/**
 * The settings of an additional request that a call needs, such as for the process description. The call's media types and
 * preferences do not apply to it.
 */
export function sideRequest(settings: CallSettings): CallSettings {
  return { ...settings, headers: lastingHeaders(settings.headers) }
}

/** The result of an additional request, or `otherwise` if it failed. If it was aborted or the client was closed, it rejects. */
export async function orElse<T>(request: Promise<T>, otherwise: T): Promise<T> {
  try {
    return await request
  } catch (error) {
    if (isClientError(error) && (error.code === 'aborted' || error.code === 'closed')) throw error
    return otherwise
  }
}
