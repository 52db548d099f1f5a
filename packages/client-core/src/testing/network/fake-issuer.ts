type Form = Readonly<Record<string, string>>

export interface FakeIssuer {
  readonly fetch: typeof globalThis.fetch
  /** Forms that were posted, with the last part of the path they were posted to. */
  readonly forms: (Form & { readonly path: string })[]
  /** What the browser is told by the authorization endpoint; called with the URL that a person was given. */
  visit(url: string, more?: Form): Promise<Response>
  /** Makes the token endpoint answer otherwise. */
  answerTokens?: ((form: Form) => Response | Promise<Response | undefined> | undefined) | undefined
  nonce: string
}

export const issuerUrl = 'https://login.example/realm'

/** A provider that logs everybody in: discovery, token and revocation endpoint; its ID tokens are not signed. */
export function fakeIssuer(metadata: object = {}): FakeIssuer {
  const issuer: FakeIssuer = {
    forms: [],
    nonce: '',
    async visit(url, more = {}) {
      const { searchParams } = new URL(url)
      issuer.nonce = searchParams.get('nonce') ?? ''
      const back = new URL(searchParams.get('redirect_uri') ?? '')
      const query = { code: 'code-hunter2', state: searchParams.get('state') ?? '', iss: issuerUrl, ...more }
      for (const [name, value] of Object.entries(query)) back.searchParams.set(name, value)
      return fetch(back)
    },
    fetch: async (input, init = {}) => {
      const { pathname } = new URL(String(input))
      if (pathname.endsWith('/.well-known/openid-configuration')) return Response.json({ ...document, ...metadata })
      const form = Object.fromEntries(new URLSearchParams(String(init.body)))
      const authorization = new Headers(init.headers).get('Authorization')
      const path = pathname.slice(pathname.lastIndexOf('/'))
      issuer.forms.push({ ...form, path, ...(authorization && { authorization }) })
      if (path === '/revoke') return new Response(null, { status: 200 })
      return (await issuer.answerTokens?.(form)) ?? issueTokens(issuer, form)
    }
  }
  return issuer
}

const document = {
  issuer: issuerUrl,
  authorization_endpoint: `${issuerUrl}/authorize?theme=dark`,
  token_endpoint: `${issuerUrl}/token`,
  revocation_endpoint: `${issuerUrl}/revoke`
}

function issueTokens({ forms, nonce }: FakeIssuer, form: Form): Response {
  const turn = forms.length
  const now = Math.floor(Date.now() / 1_000)
  const claims = { iss: issuerUrl, sub: 'ann', aud: 'tool', iat: now, exp: now + 600, nonce }
  return Response.json({
    access_token: `hunter2-access-${turn}`,
    refresh_token: `hunter2-refresh-${turn}`,
    token_type: 'Bearer',
    expires_in: 600,
    ...(form.grant_type === 'authorization_code' && { id_token: idToken(claims) })
  })
}

function idToken(claims: object): string {
  const parts = [{ alg: 'RS256' }, claims].map((part) => base64Url(JSON.stringify(part)))
  return [...parts, base64Url('signature')].join('.')
}

function base64Url(text: string): string {
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}
