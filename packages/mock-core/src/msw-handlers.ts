import type { HttpHandler } from 'msw'
import { type Handle, isNetworkFault } from './handle.ts'
import { missingPackage } from './missing-package.ts'

/**
 * Handlers for `setupServer` and `setupWorker` of msw 3. They answer all requests at or below the mock's base URL.
 *
 * @example
 * const server = setupServer(...(await mswHandlers(mock)))
 *
 * @throws Error that says how to install msw, if it is missing
 */
export async function mswHandlers({
  handle,
  baseUrl
}: {
  readonly handle: Handle
  /** Without a slash at its end. */
  readonly baseUrl: string
}): Promise<HttpHandler[]> {
  const { HttpResponse, http } = await import('msw').catch(missingPackage('msw', 'mswHandlers'))
  const resolve = async ({ request }: { request: Request }): Promise<Response> => {
    try {
      return await handle(request)
    } catch (error) {
      // Otherwise msw would return 500 for an aborted request.
      if (isNetworkFault(error) || request.signal.aborted) return HttpResponse.error()
      throw error
    }
  }
  return [http.all(baseUrl, resolve), http.all(`${baseUrl}/*`, resolve)]
}
