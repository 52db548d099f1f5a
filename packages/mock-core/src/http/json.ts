/** A JSON response. The type parameter checks the body against the contract. */
export function json<T>(
  body: T,
  init: {
    readonly status?: number
    readonly headers?: HeadersInit
    readonly mediaType?: string
  } = {}
): Response {
  const headers = new Headers(init.headers)
  if (!headers.has('Content-Type')) headers.set('Content-Type', init.mediaType ?? 'application/json')
  return new Response(JSON.stringify(body), {
    status: init.status ?? 200,
    headers
  })
}
