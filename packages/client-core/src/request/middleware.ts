import type { ErrorFactory } from '../errors/client-error.ts'
import type { SecretHolder } from '../redaction/guard-errors.ts'
import { registryOf } from '../redaction/secret-registry.ts'
import type { Outgoing, Reply, Send } from '../types/call.ts'
import { hasOrigin } from '../utils/origin.ts'
import type { Call } from './call.ts'
import { readFetchInput } from './fetch/fetch-input.ts'
import { handOut, replyOf } from './fetch/hand-out.ts'
import { networkError } from './network-error.ts'
import type { ReceiveOptions, receive as receiveOf } from './receive.ts'

/** Wraps `fetch`, for example to log or cache. It takes and returns a function like `fetch`. */
export type FetchMiddleware = (next: typeof globalThis.fetch) => typeof globalThis.fetch

export interface MiddlewareOptions extends ReceiveOptions {
  readonly baseUrl: string
  readonly secrets: SecretHolder
  readonly error: ErrorFactory
  readonly use: readonly FetchMiddleware[]
  /** Reads the answer of a middleware that is not our own. */
  readonly receive: typeof receiveOf
  /** Sends a request that has lost its call on the way through a middleware. */
  readonly alone: (request: Outgoing, signal: AbortSignal | undefined) => Promise<Reply>
}

/** The call that an init belongs to. It travels with the init through middleware. */
const ofCall: unique symbol = /* @__PURE__ */ Symbol('call')
type OwnInit = RequestInit & { readonly [ofCall]?: { readonly call: Call; readonly linked: boolean | undefined } }

/** Applies the caller's middleware, outermost first. It sees each call once, and no secrets. */
export function middleware(options: MiddlewareOptions, next: Send): Send {
  const { baseUrl, secrets, error, use, receive, alone } = options
  const { origin } = new URL(baseUrl)
  const inner = async (input: Parameters<typeof fetch>[0], init?: OwnInit): Promise<Response> => {
    const { request, signal } = readFetchInput(input, init, `${baseUrl}/`, error)
    const held = init?.[ofCall]
    // A header of the call may be a secret.
    const own = { ...request, given: request.headers }
    const reply = held ? await next({ ...own, linked: held.linked }, held.call) : await alone(own, signal)
    return handOut(reply, secrets)
  }
  const outer = use.reduceRight<typeof fetch>((step, wrap) => wrap(step), inner)

  return ({ url, method, headers, body, redirect, credentials, more, linked, given: asked }, call) => {
    // It may answer itself, or throw what it was given.
    if (asked && hasOrigin(url, origin)) registryOf(secrets).addNamed(asked)
    return call.within(async (attempt) => {
      const own = { method, headers, signal: attempt.signal, [ofCall]: { call, linked } }
      const given = {
        ...(body !== undefined && { body }),
        ...(redirect && { redirect }),
        ...(credentials && { credentials })
      }
      try {
        const response = await outer(url, { ...more, ...given, ...own } as RequestInit)
        return (
          replyOf(response) ?? (await receive(response, { method, url: response.url || url }, call, attempt, options))
        )
      } catch (fault) {
        throw networkError(fault, { method, url }, error)
      }
    })
  }
}
