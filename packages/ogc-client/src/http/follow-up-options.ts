import { isClientError, type RequestOptions } from '@geoclients/client-core'

/** Headers that say what a call sends and wants, and nothing of who sends it. */
const ofTheCallOnly = new Set(['accept', 'content-type', 'prefer'])

/**
 * The options of a request that a call needs besides its own, such as the description that names its outputs: the
 * call's media types and preferences are none of its business.
 */
export function sideRequest({ signal, timeout, retry, headers }: RequestOptions): RequestOptions {
  const own = Object.entries(headers ?? {}).filter(([name]) => !ofTheCallOnly.has(name.toLowerCase()))
  return { signal, timeout, retry, ...(own.length > 0 && { headers: Object.fromEntries(own) }) }
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
