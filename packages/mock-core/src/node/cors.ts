const EXPOSED = 'Location, Link, Retry-After, Preference-Applied, Content-Location, Content-Range, Accept-Ranges'

/** Allows any page to read the response, without cookies. */
export function addCors(response: Response): Response {
  const headers = new Headers(response.headers)
  headers.set('Access-Control-Allow-Origin', '*')
  headers.set('Access-Control-Expose-Headers', EXPOSED)
  const { status, statusText, body } = response
  return new Response(body, { status, statusText, headers })
}

/** The response to a preflight, which does not reach the mock; undefined for other requests. */
export function preflight(request: Request): Response | undefined {
  const method = request.headers.get('Access-Control-Request-Method')
  if (request.method !== 'OPTIONS' || method === null) return undefined
  return new Response(null, {
    status: 204,
    headers: {
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Allow-Methods': 'GET, HEAD, POST, PUT, PATCH, DELETE',
      // Not `*`, because that does not include Authorization.
      'Access-Control-Allow-Headers': request.headers.get('Access-Control-Request-Headers') ?? '',
      'Access-Control-Max-Age': '600',
      Vary: 'Access-Control-Request-Headers'
    }
  })
}
