import { isClientError } from '@geoclients/client-core'

/** The result of an additional request, or `otherwise` if it failed. If it was aborted or the client was closed, it rejects. */
export async function orElse<T>(request: Promise<T>, otherwise: T): Promise<T> {
  try {
    return await request
  } catch (error) {
    if (isClientError(error) && (error.code === 'aborted' || error.code === 'closed')) throw error
    return otherwise
  }
}
