import type { HttpHandler } from 'msw'
import { type Handle, isNetworkFault } from './handle.ts'
import { optionalPackage } from './optional-package.ts'

/**
 * Handlers for msw 3, its `setupServer` and `setupWorker`: everything at the mock's base URL and below.
 *
 * @example
 * const server = setupServer(...(await mswHandlers(mock)))
 *
 * @throws Error that says how to install msw where it is not
 */
export async function mswHandlers({
  handle,
  baseUrl
}: {
  readonly handle: Handle
  /** Without a slash at its end. */
  readonly baseUrl: string
}): Promise<HttpHandler[]> {
  const { HttpResponse, http } = await optionalPackage('msw', 'mswHandlers', () => import('msw'))
  const resolve = async ({ request }: { request: Request }): Promise<Response> => {
    try {
      return await handle(request)
    } catch (error) {
      // msw would answer 500 to a request that nobody waits for any more.
      if (isNetworkFault(error) || request.signal.aborted) return HttpResponse.error()
      throw error
    }
  }
  return [http.all(baseUrl, resolve), http.all(`${baseUrl}/*`, resolve)]
}
