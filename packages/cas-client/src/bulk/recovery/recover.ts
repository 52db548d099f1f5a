import { type CasError, isCasError, makeCasError } from '../../errors/cas-error.ts'
import type { Answer } from '../../response/attribute-response.ts'
import { passedInParts } from './batch-size.ts'
import { isDefinite, isOfRequest, isPassing, isUnreachable, kindOf, mayBeAnItem } from './classify-error.ts'
import type { RunState } from './run-state.ts'

interface Part {
  readonly from: number
  readonly to: number
  /** What was split, and the other half of it: where this half is answered, that one need not be asked for as a whole. */
  readonly of?: { readonly error: CasError; readonly other: Part }
  failure?: CasError
}

/** So many single items in a row that fail alike are no coincidence. */
const few = 3

/**
 * The answers of a batch that failed, one an item, in order. It is asked for again as it is while that may help, then by
 * halves, and so on until the culprits stand alone.
 *
 * A service that is down or broken fails whatever it is sent. So some items far apart are asked for alone before a batch
 * is halved, and where a few single items in a row fail alike: if all of these fail alike, too, the run waits, where that
 * may help, or the rest of the batch is given up. A fault of the request itself is thrown: it ends the run.
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

  /** Asks for a part until there is an answer or an error to stay, which it returns. */
  const ask = async (part: Part, failed?: CasError): Promise<CasError | undefined> => {
    const { from, to } = part
    const mayRepeat = part === whole ? isPassing : to - from === 1 ? isUnreachable : never
    let error = failed
    for (let repeats = 0; error === undefined || run.goesOn(error, repeats++, mayRepeat(error)); ) {
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

  /** The last error of some items that fail like this one; undefined as soon as one of them does not. */
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
      if (isRefusal && (run.isRefusedAgain(error) || (await alike(error, [from])))) throw error
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
  // No item was to blame, so it was too much at once.
  if (largestPart < items.length && answers.every((answer) => answer?.response)) passedInParts(run.facts, largestPart)
  return answers as Answer[]
}

/** The one to be asked for first comes last. */
function halves({ from, to }: Part, error: CasError): [Part, Part] {
  const middle = from + Math.ceil((to - from) / 2)
  const other: Part = { from: middle, to }
  return [other, { from, to: middle, of: { error, other } }]
}

/**
 * Items that can tell whether it is the service that fails: far apart from `from` on, and one that was answered. More of
 * them where that takes little time.
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
