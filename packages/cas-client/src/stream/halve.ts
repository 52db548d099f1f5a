import { type CasError, isCasError } from '../cas-error.ts'
import type { AttributeResponse } from '../generated/types.ts'

/** What came of one item: the service's answer, or why there is none. */
export type Answer = AttributeResponse | CasError

/**
 * Asks for all items at once; where that fails in a way that one of them may be to blame for, asks for either half, and
 * so on until the culprit stands alone. Gives one answer an item, in order.
 *
 * A gateway that cannot reach the service fails whatever is sent: once that many requests in a row have failed so that
 * one culprit cannot be the reason, the rest is given up with the last error.
 */
export async function halving<T>(
  items: readonly T[],
  ask: (items: readonly T[]) => Promise<readonly AttributeResponse[]>
): Promise<Answer[]> {
  const patience = 2 * Math.ceil(Math.log2(items.length)) + 4
  let inVain = 0
  let last: CasError | undefined

  const answersTo = async (some: readonly T[]): Promise<Answer[]> => {
    if (last && inVain > patience) return some.map(() => last as CasError)
    try {
      const answers = await ask(some)
      inVain = 0
      return [...answers]
    } catch (error) {
      if (!isCasError(error)) throw error
      last = error
      inVain = isUnreachable(error) ? inVain + 1 : 0
      if (some.length === 1 || !mayBeAnItem(error)) return some.map(() => error)
      const middle = Math.ceil(some.length / 2)
      return [...(await answersTo(some.slice(0, middle))), ...(await answersTo(some.slice(middle)))]
    }
  }
  return answersTo(items)
}

/** What is as true of every other request: no connection, no right to ask, no such path, too many requests. */
const ofEveryRequest = new Set([401, 403, 404, 405, 407, 429])

function mayBeAnItem({ code, status = 0 }: CasError): boolean {
  if (code === 'http-status') return !ofEveryRequest.has(status)
  return code === 'timeout' || code === 'body-too-large' || code === 'malformed-body'
}

/** What an item may be to blame for, but a gateway or an overload as well. */
function isUnreachable({ code, status }: CasError): boolean {
  return code === 'timeout' || status === 502 || status === 503 || status === 504
}
