/** Which request a response answers: method and redacted URL, for error messages. */
export interface Provenance {
  readonly method: string
  readonly url: string
}

const calls = new WeakMap<Response, Provenance>()

/** Notes which call `response` answers, as the pipeline hands it out. */
export function rememberCall(response: Response, call: Provenance): void {
  calls.set(response, call)
}

/** The call that `response` answers, as a sentence begins with it. */
export function nameOfCall(response: Response): string {
  const call = callOf(response)
  return call ? `${call.method} ${call.url}` : 'the request'
}

/** The call that `response` answers; undefined where it did not come from our pipeline. */
export function callOf(response: Response): Provenance | undefined {
  return calls.get(response)
}
