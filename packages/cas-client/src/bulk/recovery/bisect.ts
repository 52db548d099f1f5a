import { type CasError, isCasError, makeCasError } from '../../errors/cas-error.ts'
import type { AttributeResponse } from '../../generated/types.ts'
import { isUnreachable, kindOf, mayBeAnItem } from './classify-error.ts'
import { nextStep } from './decide.ts'
import type { Doubt } from './outage-suspicion.ts'
import type { Patience } from './retry-schedule.ts'

/** What came of one item: the service's answer, or why there is none. */
export type Answer = AttributeResponse | CasError

/** How a batch is asked for, and what its run has learned. */
export interface Halving<T> {
  readonly ask: (items: readonly T[]) => Promise<readonly AttributeResponse[]>
  readonly patience: Patience
  readonly doubt: Doubt
}

interface Part {
  readonly from: number
  readonly to: number
}

/**
 * Asks for all items at once; where that fails in a way that one of them may be to blame for, asks for either half, and
 * so on until the culprits stand alone. Gives one answer an item, in order.
 *
 * A service that is down or broken fails whatever is sent. Where that is to be suspected, a few items elsewhere are tried
 * alone, and only if all of these fail alike the run waits, if that may help, or the rest of the batch is given up.
 */
export async function halving<T>(items: readonly T[], { ask, patience, doubt }: Halving<T>): Promise<Answer[]> {
  const answers = new Array<Answer | undefined>(items.length).fill(undefined)

  const outcomeOf = async (
    { from, to }: Part,
    mayRepeat: (error: CasError) => boolean
  ): Promise<Answer[] | CasError> => {
    try {
      const got = await patience.ask(() => ask(items.slice(from, to)), mayRepeat)
      doubt.dispel()
      return [...got]
    } catch (error) {
      if (isCasError(error)) return error
      throw error
    }
  }

  /** The errors of a few items elsewhere; undefined where one of them shows that the service is well. */
  const probe = async (error: CasError, untried: Part): Promise<Map<number, CasError> | undefined> => {
    const errors = new Map<number, CasError>()
    for (const at of witnesses(answers, untried)) {
      const outcome = await outcomeOf({ from: at, to: at + 1 }, never)
      if (!isCasError(outcome) || kindOf(outcome) !== kindOf(error)) {
        doubt.dispel()
        return undefined
      }
      errors.set(at, outcome)
    }
    return errors
  }

  const parts: Part[] = [{ from: 0, to: items.length }]
  for (let part = parts.pop(); part; part = parts.pop()) {
    const { from, to } = part
    const [isWhole, isOne] = [to - from === items.length, to - from === 1]
    const outcome = await outcomeOf(part, isWhole ? isPassing : isOne ? isOutside : never)
    if (!isCasError(outcome)) {
      for (const [i, answer] of outcome.entries()) answers[from + i] = answer
      continue
    }
    const isItem = mayBeAnItem(outcome)
    const isOutage = isWhole && !isOne && (outcome.code === 'timeout' || (patience.isOn && isUnreachable(outcome)))
    const isSuspect = isItem && (doubt.raisedBy(outcome, isOne) || isOutage)
    const alike = isSuspect ? await probe(outcome, { from: isOne ? to : from, to: items.length }) : undefined
    const latest = [...(alike?.values() ?? [])].at(-1) ?? outcome
    const isGeneral = alike !== undefined
    // To wait after a timeout as well would make hours of silence of a service that hangs.
    const isWaitedFor = isGeneral && isUnreachable(latest) && patience.outlast(latest)
    switch (nextStep({ mayBeAnItem: isItem, isOne, isGeneral, isWaitedFor })) {
      case 'wait':
        parts.push(part)
        break
      case 'split':
        parts.push(...halves(part))
        break
      case 'settle':
        answers.fill(outcome, from, to)
        break
      case 'give up':
        doubt.confirm()
        for (let at = from; at < items.length; at++) answers[at] = alike?.get(at) ?? untried(outcome)
        if (isOne) answers[from] = outcome
        return answers as Answer[]
    }
  }
  return answers as Answer[]
}

/** The one to be asked for first comes last. */
function halves({ from, to }: Part): [Part, Part] {
  const middle = from + Math.ceil((to - from) / 2)
  return [
    { from: middle, to },
    { from, to: middle }
  ]
}

/** The places of a few items that can tell whether it is the service that fails: far apart, and one that was answered. */
function witnesses(answers: readonly (Answer | undefined)[], { from, to }: Part): Set<number> {
  const good = answers.findIndex((answer) => answer !== undefined && !isCasError(answer))
  const places = [to - 1, Math.floor((from + to) / 2), Math.floor((3 * from + to) / 4)].filter((at) => at >= from)
  return new Set(good < 0 ? places : [...places.slice(0, 2), good])
}

/** A batch may be repeated before it is taken apart; a part of it is asked for again in other parts anyway. */
function isPassing(error: CasError): boolean {
  return isOutside(error) || error.code === 'media-type' || error.status === 408 || error.status === 500
}

function isOutside(error: CasError): boolean {
  return kindOf(error) === 'unreachable'
}

function never(): boolean {
  return false
}

/** The error of an item that was given up with others. */
function untried(error: CasError): CasError {
  const { code, status, requestId, method, url, retryAfter, errorType } = error
  const message = `not tried alone, given up after others failed alike: ${error.message}`
  return makeCasError({ code, message, status, requestId, method, url, retryAfter, errorType, cause: error })
}
