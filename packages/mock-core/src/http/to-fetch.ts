import { type Handle, isNetworkFault } from '../handle.ts'

const BODYLESS = [101, 204, 205, 304]

/**
 * A `fetch` that is connected to the mock. Like the platform's, it rejects with `signal.reason` if it is aborted, even while
 * the body is read, and with `TypeError: fetch failed` if the connection breaks. Redirects are returned, not followed.
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

/** Makes a constructed Response behave like a fetched one, with a URL and a body that the signal aborts. */
function asFetched(response: Response, url: string, signal: AbortSignal): Response {
  const { status, statusText, headers } = response
  const body = BODYLESS.includes(status) ? null : response.body
  const piped = body?.pipeThrough(new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>(), { signal })
  const fetched = new Response(piped ?? null, { status, statusText, headers })
  Object.defineProperty(fetched, 'url', { value: url.split('#', 1)[0] })
  return fetched
}
