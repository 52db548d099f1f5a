import type { HeaderMap } from '../types/call.ts'

/** How long Node's `fetch` waits for a response, or for its next chunk, in ms. */
const nodeLimit = 300_000

interface Dispatcher {
  dispatch(options: object, handler: unknown): boolean
}

/** Node's dispatcher, or the one that the program has installed, without that limit. Other platforms ignore it. */
const dispatcher: Dispatcher = {
  dispatch: (options, handler) => {
    const own = Reflect.get(globalThis, Symbol.for('undici.globalDispatcher.1')) as Dispatcher
    return own.dispatch({ ...options, headersTimeout: 0, bodyTimeout: 0 }, handler)
  }
}

/** An init that is still being made. */
export type OpenInit = Omit<RequestInit, 'headers'> & { headers: HeaderMap }

/**
 * Adds what the platform's own `fetch` is given in place of defaults that harm: Node gives up after five minutes, though the
 * call may last longer; Node and Deno accept the language `*`, which some servers refuse with 406. A page has its user's languages.
 */
export function adaptInit(init: OpenInit, timeout: number): void {
  if (!globalThis.location) init.headers = { 'accept-language': 'en, *;q=0.5', ...init.headers }
  if (timeout > nodeLimit) Object.assign(init, { dispatcher })
}
