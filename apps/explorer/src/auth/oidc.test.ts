import { afterEach, expect, test, vi } from 'vitest'
import { renew } from './oidc.ts'

afterEach(() => vi.unstubAllGlobals())

/** A provider at an address; `fetch` is called for its configuration and for tokens. */
function provider(issuer: string): typeof fetch {
  const answer = async (input: RequestInfo | URL): Promise<Response> =>
    String(input).includes('well-known')
      ? Response.json({ issuer, token_endpoint: `${issuer}/token` })
      : Response.json({ access_token: 'two', token_type: 'bearer' })
  vi.stubGlobal('fetch', answer)
  return answer
}

const renewed = (issuer: string): Promise<string> =>
  renew({ issuer, clientId: 'page', accessToken: 'one', refreshToken: 'more' }, provider(issuer)).then(
    ({ accessToken }) => accessToken
  )

test.each(['http://localhost:1', 'http://127.0.0.1', 'http://127.0.0.2:8080', 'http://[::1]:1', 'https://example.com'])(
  'a provider at %s is asked',
  async (issuer) => expect(await renewed(issuer)).toBe('two')
)

test.each(['http://example.com', 'http://localhost.example.com'])('%s is refused: it needs https', async (issuer) => {
  await expect(renewed(issuer)).rejects.toThrow('only requests to HTTPS are allowed')
})
