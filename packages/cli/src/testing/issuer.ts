import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'

export interface Issuer {
  readonly url: string
  /** The forms that were posted, with the path that they were posted to. */
  readonly forms: Readonly<Record<string, string>>[]
}

/** An OpenID provider on this machine that logs everybody in: discovery, authorization, token and revocation. */
export async function issuerServer(): Promise<Issuer> {
  const forms: Record<string, string>[] = []
  let nonce = ''
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', url)
    if (pathname.startsWith('/.well-known/')) {
      response.end(JSON.stringify(metadata))
      return
    }
    if (pathname === '/authorize') {
      nonce = searchParams.get('nonce') ?? ''
      const back = new URL(searchParams.get('redirect_uri') ?? '')
      const query = { code: 'a-code', state: searchParams.get('state') ?? '', iss: url }
      for (const [name, value] of Object.entries(query)) back.searchParams.set(name, value)
      response.writeHead(302, { Location: back.href }).end()
      return
    }
    const form = await formOf(request)
    forms.push({ path: pathname, ...form })
    response.setHeader('Content-Type', 'application/json')
    response.end(pathname === '/revoke' ? '' : JSON.stringify(tokens(form, { url, nonce, turn: forms.length })))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const metadata = {
    issuer: url,
    authorization_endpoint: `${url}/authorize`,
    token_endpoint: `${url}/token`,
    revocation_endpoint: `${url}/revoke`
  }
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url, forms }
}

async function formOf(request: IncomingMessage): Promise<Record<string, string>> {
  return Object.fromEntries(new URLSearchParams(await text(request)))
}

function tokens(
  form: Readonly<Record<string, string>>,
  { url, nonce, turn }: { readonly url: string; readonly nonce: string; readonly turn: number }
): object {
  const now = Math.floor(Date.now() / 1_000)
  const claims = { iss: url, sub: 'ann', aud: form.client_id, iat: now, exp: now + 600, nonce }
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
  return {
    ...{ access_token: `access-${turn}`, refresh_token: `refresh-${turn}`, token_type: 'Bearer', expires_in: 600 },
    ...(form.grant_type === 'authorization_code' && { id_token: `${part({ alg: 'RS256' })}.${part(claims)}.c2ln` })
  }
}
