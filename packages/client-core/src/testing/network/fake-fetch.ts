/** A request as it reached the network. */
export interface Sent {
  readonly url: string
  readonly method: string
  readonly headers: Headers
  readonly body: unknown
  readonly init: RequestInit
}

export type FetchAnswer = Response | Error | ((sent: Sent) => Response | Promise<Response>)

export interface FakeFetch {
  readonly fetch: typeof globalThis.fetch
  readonly sent: Sent[]
}

/** A network that gives these answers in turn, and refuses a request that no test expected. */
export function fakeFetch(...answers: readonly FetchAnswer[]): FakeFetch {
  const sent: Sent[] = []
  const fetch: typeof globalThis.fetch = async (input, init = {}) => {
    const { method = 'GET', headers, body } = init
    const request: Sent = { url: String(input), method, headers: new Headers(headers), body, init }
    const answer = answers[sent.length]
    sent.push(request)
    if (answer === undefined) throw new Error(`request ${sent.length} was not expected: ${method} ${request.url}`)
    if (answer instanceof Error) throw answer
    return typeof answer === 'function' ? answer(request) : answer
  }
  return { fetch, sent }
}

/** What `fetch` rejects with when the network fails, with the platform's code on its cause. */
export function networkFault(code?: string): TypeError {
  const cause = code === undefined ? undefined : Object.assign(new Error(`the socket says ${code}`), { code })
  return new TypeError('fetch failed', { cause })
}

/** Never answers, and does not listen to its signal either. */
export function deaf(): Promise<Response> {
  return new Promise(() => {})
}

/** Never answers, but gives up when its signal is aborted, as a platform's fetch does. */
export function hanging({ init }: Sent): Promise<Response> {
  return new Promise((_, reject) => {
    init.signal?.addEventListener('abort', () => reject(init.signal?.reason), { once: true })
  })
}
