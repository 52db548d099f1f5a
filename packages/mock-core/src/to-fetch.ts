import { type Handle, isNetworkFault } from './handle.ts'

const BODYLESS = [101, 204, 205, 304]

/**
 * A `fetch` whose network is the mock. Like the platform's it rejects with `signal.reason` when aborted, also while the body
 * is read, and with `TypeError: fetch failed` when the connection breaks. Redirects are handed over, not followed.
 */
export function toFetch(handle: Handle): typeof globalThis.fetch {
  return async (input, init) => {
    const request = new Request(input, init)
    const signal = init?.signal ?? (input instanceof Request ? input.signal : request.signal)
    signal.throwIfAborted()
    const response = await orAborted(handle(request), signal).catch((error: unknown) => {
      throw isNetworkFault(error) ? new TypeError('fetch failed', { cause: error }) : error
    })
    return asFetched(response, request.url, signal)
  }
}

function orAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason)
    signal.addEventListener('abort', abort, { once: true })
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort))
  })
}

/** A constructed Response has no URL and its body knows nothing of the signal; a fetched one does. */
function asFetched(response: Response, url: string, signal: AbortSignal): Response {
  const { status, statusText, headers } = response
  const body = BODYLESS.includes(status) ? null : response.body
  const piped = body?.pipeThrough(new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>(), { signal })
  const fetched = new Response(piped ?? null, { status, statusText, headers })
  Object.defineProperty(fetched, 'url', { value: url.split('#', 1)[0] })
  return fetched
}
