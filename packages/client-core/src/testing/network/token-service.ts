export interface TokenService {
  readonly fetch: typeof globalThis.fetch
  /** The forms that were posted, with the `Authorization` they came with. */
  readonly forms: Readonly<Record<string, string>>[]
  /** How many requests were aborted. */
  readonly aborted: () => number
}

/** Answers forms as `answer` says; gives up, as a platform does, when the signal is aborted. */
export function tokenService(
  answer: (form: Readonly<Record<string, string>>, turn: number) => unknown | Promise<unknown>
): TokenService {
  const forms: Record<string, string>[] = []
  let aborted = 0
  const fetch: typeof globalThis.fetch = (input, init = {}) =>
    new Promise((resolve, reject) => {
      const { headers, body, signal } = init
      const authorization = new Headers(headers).get('Authorization')
      const form = { ...Object.fromEntries(new URLSearchParams(String(body))), ...(authorization && { authorization }) }
      forms.push(form)
      signal?.addEventListener('abort', () => {
        aborted++
        reject(signal.reason)
      })
      const reply = async (): Promise<Response> => {
        const given = await answer(form, forms.length)
        return given instanceof Response ? given : Response.json(given)
      }
      reply().then(resolve, (error) => reject(error instanceof Error ? error : new Error(String(input))))
    })
  return { fetch, forms, aborted: () => aborted }
}
