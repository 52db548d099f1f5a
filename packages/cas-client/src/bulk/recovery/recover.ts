import { type CasError, isCasError, makeCasError } from '../../errors/cas-error.ts'
import type { Answer } from '../../response/attribute-response.ts'
import { passedInParts } from './batch-size.ts'
import { isDefinite, isOfRequest, isPassing, isUnreachable, kindOf, mayBeAnItem } from './classify-error.ts'
import type { RunState } from './run-state.ts'

interface Part {
  readonly from: number
  readonly to: number
  /** The part that was split, and its other half. If this half succeeds, the other one need not be sent as a whole. */
  readonly of?: { readonly error: CasError; readonly other: Part }
  failure?: CasError
}

/** If this many single items in a row fail in the same way, the service is probably the cause. */
const few = 3

/**
 * The responses of a failed batch, one for each item, in order. The batch is repeated unchanged while that may help, and then
 * halved until the failing items are isolated.
 *
 * A service that is down or broken fails for every item. So before a batch is halved, and after a few single items in a row
 * failed in the same way, some distant items are sent alone. If all of these fail in the same way too, the run waits, or the
 * rest of the batch is given up. An error of the request itself is thrown and ends the run.
 */
export async function recover<T>(
  items: readonly T[],
  failure: CasError,
  send: (items: readonly T[]) => Promise<readonly Answer[]>,
  run: RunState
): Promise<Answer[]> {
  const answers = new Array<Answer | undefined>(items.length).fill(undefined)
  const whole: Part = { from: 0, to: items.length }
  let largestPart = 0

  /** Sends a part until it succeeds or fails for good. Returns the final error. */
  const ask = async (part: Part, failed?: CasError): Promise<CasError | undefined> => {
    const { from, to } = part
    const mayRepeat = part === whole ? isPassing : to - from === 1 ? isUnreachable : never
    let error = failed
    let repeats = 0
    while (error === undefined || run.beginRepeat(error, repeats++, mayRepeat(error))) {
      try {
        const got = await send(items.slice(from, to))
        for (const [i, answer] of got.entries()) answers[from + i] = answer
        largestPart = Math.max(largestPart, to - from)
        return undefined
      } catch (caught) {
        if (!isCasError(caught)) throw caught
        error = caught
      }
    }
    return error
  }

  /** The last error of some items if they all fail in the same way as this one, otherwise undefined. */
  const alike = async (error: CasError, places: Iterable<number>): Promise<CasError | undefined> => {
    let last: CasError | undefined = error
    for (const at of places) {
      if (error.code === 'timeout') run.tellTimeout(error)
      last = await ask({ from: at, to: at + 1 })
      if (last === undefined || kindOf(last) !== kindOf(error)) {
        run.streak = 0
        return undefined
      }
    }
    return last
  }

  const untried: Part[] = []
  let part: Part | undefined = whole
  let error = await ask(whole, failure)
  for (;;) {
    if (error !== undefined) {
      const { from, to }: Part = part
      const isOne = to - from === 1
      run.failed(error, isOne)
      const isRefusal = isOfRequest(error)
      if (isRefusal && (run.noteRefusal(error) || (await alike(error, [from])))) throw error
      const isSuspect = mayBeAnItem(error) && !isRefusal && (isOne ? run.streak >= few : part === whole)
      const latest = isSuspect ? await alike(error, witnesses(answers, isOne ? to : from, error)) : undefined
      if (run.isUnknown(error)) throw error
      if (latest !== undefined && isUnreachable(latest) && run.outlasts(latest)) {
        error = await ask(part)
        continue
      }
      if (latest !== undefined) return givenUp(answers, latest, isOne ? { from, error } : undefined)
      if (isOne || !mayBeAnItem(error)) answers.fill({ error }, from, to)
      else untried.push(...halves(part, error))
    } else if (part.of && isDefinite(part.of.error)) part.of.other.failure = part.of.error
    part = untried.pop()
    if (part === undefined) break
    error = (part.to - part.from > 1 ? part.failure : undefined) ?? (await ask(part))
  }
  // No item was the cause, so the batch was too large.
  if (largestPart < items.length && answers.every((answer) => answer?.response)) passedInParts(run.facts, largestPart)
  return answers as Answer[]
}

/** The halves of a part. The one to send first is last. */
function halves({ from, to }: Part, error: CasError): [Part, Part] {
  const middle = from + Math.ceil((to - from) / 2)
  const other: Part = { from: middle, to }
  return [other, { from, to: middle, of: { error, other } }]
}

/**
 * Items that show whether the service itself fails: some distant ones after `from`, and one that succeeded before. More of
 * them if the failures are fast.
 */
function witnesses(answers: readonly (Answer | undefined)[], from: number, error: CasError): Set<number> {
  const left = answers.length - from
  const count = Math.min(left, kindOf(error) === 'unreachable' ? few : few + 2)
  const places = Array.from({ length: count }, (_, i) => answers.length - 1 - Math.floor((i * left) / count))
  const good = answers.findIndex((answer) => answer?.response)
  return new Set(good < 0 ? places : [good, ...places.slice(0, 2)])
}

function givenUp(
  answers: readonly (Answer | undefined)[],
  latest: CasError,
  alone: { readonly from: number; readonly error: CasError } | undefined
): Answer[] {
  const { code, status, requestId, method, url, retryAfter, errorType } = latest
  const message = `not tried alone, because other items failed in the same way: ${latest.message}`
  const untried = makeCasError({ code, message, status, requestId, method, url, retryAfter, errorType, cause: latest })
  return answers.map((answer, at) => answer ?? { error: at === alone?.from ? alone.error : untried })
}

function never(): boolean {
  return false
}
