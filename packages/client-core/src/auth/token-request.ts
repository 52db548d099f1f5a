import { ClientError, type ErrorFactory } from '../errors/client-error.ts'
import { Secrets } from '../redaction/secret-registry.ts'
import { defaultSettings } from '../request/call-settings.ts'
import { readFetchInput } from '../request/fetch/fetch-input.ts'
import { handOut } from '../request/fetch/hand-out.ts'
import { createPipeline } from '../request/pipeline.ts'
import { preview } from '../response/body.ts'
import { parseText } from '../response/json-text.ts'
import { type Clock, systemClock } from '../utils/clock.ts'
import { isLoopback } from '../utils/loopback.ts'
import { redactUrl } from '../utils/redact-url.ts'
import { invalidOption } from '../validation/invalid-option.ts'
import { findToken, type Token } from './token.ts'

/** Options that all ways to get a token share. Durations are milliseconds. */
export interface TokenOptions {
  /** A token is renewed this long before it expires, but not before half of its lifetime. Default 30 000. */
  readonly leeway?: number | undefined
  /** Time limit of one token request. Default 30 000. */
  readonly timeout?: number | undefined
  /** Sends the token requests. Default: the platform's `fetch`. */
  readonly fetch?: typeof globalThis.fetch | undefined
  /** The clock, for tests. */
  readonly clock?: Clock | undefined
}

/** Refuses plain http, except on this machine: anyone on the network could read passwords and secrets. */
export function checkTokenUrl(name: string, value: unknown): URL {
  const expected = 'an absolute https URL without user, password or fragment (http only for this machine)'
  const url = typeof value === 'string' && URL.canParse(value) ? new URL(value) : undefined
  if (!url || url.username || url.password || url.hash) throw invalidOption(name, expected)
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url))
  if (!isSafe) throw invalidOption(name, `${expected}, got ${redactUrl(url.href)}`)
  return url
}

export interface TokenRequest {
  readonly form: Readonly<Record<string, string | undefined>>
  readonly headers?: Readonly<Record<string, string>> | undefined
  /** Whether it may be repeated if it may have arrived. A request that uses up a refresh token may not. */
  readonly safe: boolean
  readonly signal: AbortSignal
}

const maxBodyBytes = 1024 * 1024

/** A `fetch` to a token service; `safe` says whether the request may be repeated. */
export type TokenFetch = (url: string, init: RequestInit, safe: boolean) => Promise<Response>

/** Sends requests to a token service with the limits of a client, and with errors that hide `secrets`. */
export function tokenPipeline(url: URL, secrets: Secrets, options: TokenOptions): TokenFetch {
  const { clock = systemClock, timeout = 30_000, fetch = (input, init) => globalThis.fetch(input, init) } = options
  const error = secrets.guard((init) => new ClientError(init))
  const settings = defaultSettings(timeout)
  const closed = new AbortController().signal
  const exchange = createPipeline({
    ...{ baseUrl: url.origin, error, secrets, fetch, clock, closed, maxBodyBytes, settings },
    ...{ use: [], random: Math.random, headers: {} }
  })
  return async (address, init, safe) => {
    const { request, signal } = readFetchInput(address, init, url.origin, error)
    return handOut(await exchange(request, settings(signal), { safe, body: 'bytes' }), secrets)
  }
}

/** Requests tokens from one address with forms. A failure is an `auth` error that says why and shows no secret. */
export class TokenEndpoint {
  /** Secrets that its errors must not show. */
  readonly secrets: Secrets = new Secrets()
  readonly clock: Clock
  readonly #url: URL
  readonly #send: TokenFetch

  constructor(url: URL, options: TokenOptions) {
    this.clock = options.clock ?? systemClock
    this.#url = url
    this.#send = tokenPipeline(url, this.secrets, options)
  }

  async request({ form, headers, safe, signal }: TokenRequest): Promise<Token> {
    if (form.refresh_token) this.secrets.add(form.refresh_token)
    const body = new URLSearchParams(Object.entries(form).filter((pair): pair is [string, string] => pair[1] != null))
    try {
      // A redirect would send the password elsewhere. The address is wrong, and the message says so.
      const init: RequestInit = {
        method: 'POST',
        redirect: 'manual',
        headers: { Accept: 'application/json', 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
        body: body.toString(),
        signal
      }
      const response = await this.#send(this.#url.href, init, safe)
      return this.#read(response, await response.text())
    } catch (cause) {
      const { message, status } = cause as ClientError
      throw this.#error({ code: 'auth', message, cause, status })
    }
  }

  #error: ErrorFactory = (init) => this.secrets.guard((clean) => new ClientError(clean))(init)

  #read(response: Response, text: string): Token {
    const call = { method: 'POST', url: redactUrl(this.#url.href) }
    const { status, headers } = response
    const fail = (code: 'http-status' | 'malformed-body' | 'blocked-origin', what: string): ClientError =>
      this.#error({ code, message: `POST ${call.url} ${what}`, status, ...call })
    // Browsers hide a redirect, and report the status 0.
    if (status === 0 || (status >= 300 && status < 400)) {
      const to = headers.get('Location')
      const target = to && URL.canParse(to, call.url) ? ` to ${redactUrl(new URL(to, call.url).href)}` : ''
      throw fail('blocked-origin', `returned a redirect${target}: correct the URL`)
    }
    if (!response.ok) throw fail('http-status', `returned ${status}${reasonOf(text)}`)
    const token = findToken(text, this.clock.now())
    if (!token) throw fail('malformed-body', `returned ${status}, but without a token`)
    this.secrets.add(token.accessToken)
    return token
  }
}

/** The reason in an error body: OAuth 2's `error` and `error_description` (RFC 6749, 5.2), or its first words. */
function reasonOf(text: string): string {
  let words: unknown[]
  try {
    const { error, error_description, detail, message } = parseText(text) as Record<string, unknown>
    words = [error, error_description ?? detail ?? message]
  } catch {
    words = [text]
  }
  const reason = preview(words.filter((word) => typeof word === 'string' && word !== '').join(': '))
  return reason && `: ${reason}`
}
