import { type HttpHandler, HttpResponse, http } from 'msw'
import { type Handle, isNetworkFault } from './handle.ts'

/** Handlers for msw 3: everything at `baseUrl` (no slash at its end) and below. */
export function mswHandlers(handle: Handle, baseUrl: string): HttpHandler[] {
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
