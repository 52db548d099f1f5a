import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface TestProvider {
  readonly issuer: string
  readonly token: string
  close(): void
}

/** An OpenID Connect provider that logs everybody in immediately and requires PKCE. */
export async function startProvider(): Promise<TestProvider> {
  const token = 'token-of-the-login-1'
  let challenge = ''
  const server = createServer((request, response) => void answer(request, response))
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname, searchParams: query } = new URL(request.url ?? '/', issuer)
    response.setHeader('Access-Control-Allow-Origin', '*')
    response.setHeader('Access-Control-Allow-Headers', '*')
    if (pathname === '/.well-known/openid-configuration') {
      return send(response, {
        issuer,
        authorization_endpoint: `${issuer}/login`,
        token_endpoint: `${issuer}/token`,
        code_challenge_methods_supported: ['S256']
      })
    }
    if (pathname === '/login') {
      challenge = query.get('code_challenge') ?? ''
      const back = new URL(query.get('redirect_uri') ?? '')
      back.search = new URLSearchParams({ code: 'the-code', state: query.get('state') ?? '' }).toString()
      response.writeHead(302, { Location: back.href }).end()
      return
    }
    let body = ''
    for await (const part of request) body += part
    const form = new URLSearchParams(body)
    const made = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url')
    if (form.get('code') !== 'the-code' || made !== challenge) return send(response, { error: 'invalid_grant' }, 400)
    send(response, { access_token: token, token_type: 'Bearer', expires_in: 3600 })
  }
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { issuer, token, close: () => void server.close().closeAllConnections() }
}

function send(response: ServerResponse, body: object, status = 200): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))
}
