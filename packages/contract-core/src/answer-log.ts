import type { AnswerCheck, Violation } from './answer-check.ts'
import type { AnswerDeviation } from './target.ts'

/** Checks all responses of a target, and records which of its deviations occurred. */
export interface AnswerLog {
  /** Wraps a fetch, and checks every response before it is returned. */
  readonly watch: (fetch: typeof globalThis.fetch) => typeof globalThis.fetch
  /** The new violations since the last call that are in no table, without duplicates. */
  readonly takeUnexpected: () => Violation[]
  /** Deviations of the table that did not occur. */
  readonly unseen: () => AnswerDeviation[]
}

export function createAnswerLog(check: AnswerCheck, deviations: readonly AnswerDeviation[]): AnswerLog {
  const seen = new Set<AnswerDeviation>()
  const unexpected = new Map<string, Violation>()
  return {
    watch: (fetch) => async (input, init) => {
      const sent = await bodyOf(input, init)
      const answer = await fetch(input, init)
      const url = input instanceof Request ? input.url : String(input)
      const method = init?.method ?? (input instanceof Request ? input.method : 'GET')
      for (const violation of await check(method, url, answer, sent)) {
        const known = deviations.filter((deviation) => covers(deviation, violation))
        for (const deviation of known) seen.add(deviation)
        if (known.length === 0) unexpected.set(Object.values(violation).join(' '), violation)
      }
      return answer
    },
    takeUnexpected() {
      const taken = [...unexpected.values()]
      unexpected.clear()
      return taken
    },
    unseen: () => deviations.filter((deviation) => !seen.has(deviation))
  }
}

/** The body of a request, if it is text. */
async function bodyOf(input: RequestInfo | URL, init: RequestInit | undefined): Promise<string | undefined> {
  if (typeof init?.body === 'string') return init.body
  return input instanceof Request && input.body ? input.clone().text() : undefined
}

function covers({ operation, status, violation }: AnswerDeviation, found: Violation): boolean {
  const isOperation = operation === found.operation || operation === `${found.operation.split(' ', 1)[0]} *`
  return isOperation && (status === undefined || status === found.status) && violation.test(found.violation)
}
