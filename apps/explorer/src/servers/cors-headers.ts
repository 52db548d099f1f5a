/** What a server must send so that a page of any other origin can use all of it: docs/web.md. */
export const corsHeaders: readonly (readonly [name: string, value: string])[] = [
  ['Access-Control-Allow-Origin', '*'],
  ['Access-Control-Allow-Methods', 'GET, POST, DELETE'],
  ['Access-Control-Allow-Headers', 'Content-Type, Prefer, Authorization, X-API-Key'],
  ['Access-Control-Expose-Headers', 'Location, Link, Retry-After, Preference-Applied, Content-Range, X-Request-ID']
]
