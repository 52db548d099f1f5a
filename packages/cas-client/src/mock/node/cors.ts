import type { Handle } from '@geoclients/mock-core'

const ASKED = 'Origin, Access-Control-Request-Method, Access-Control-Request-Headers'

/**
 * Answers pages of other origins as the service does: any may ask, also with cookies, and none may read a header, neither
 * `Retry-After` nor `X-Request-ID`. A 500 goes out without CORS headers: to a page it is a broken connection.
 */
export function withCors(handle: Handle): Handle {
  return async (request) => {
    const origin = request.headers.get('Origin')
    if (origin === null) return handle(request)
    const preflight = request.method === 'OPTIONS' && request.headers.has('Access-Control-Request-Method')
    const response = preflight ? answerPreflight(request) : await handle(request)
    if (response.status === 500) return response
    const headers = new Headers(response.headers)
    headers.set('Access-Control-Allow-Origin', origin)
    headers.set('Access-Control-Allow-Credentials', 'true')
    headers.append('Vary', preflight ? ASKED : 'Origin')
    const { status, statusText, body } = response
    return new Response(body, { status, statusText, headers })
  }
}

function answerPreflight(request: Request): Response {
  const headers = new Headers({
    'Content-Type': 'text/plain; charset=utf-8',
    'Access-Control-Allow-Methods': 'DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT',
    'Access-Control-Max-Age': '600'
  })
  const asked = request.headers.get('Access-Control-Request-Headers')
  if (asked !== null) headers.set('Access-Control-Allow-Headers', asked)
  return new Response('OK', { headers })
}
