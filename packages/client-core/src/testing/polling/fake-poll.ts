import type { Polled } from '../../polling/poll-loop.ts'
import type { VirtualClock } from '../virtual-clock.ts'

/** What one poll comes to, after `latency` ms (default 0): a value or a fault; neither is a poll that hangs. */
export interface PollStep<T> {
  readonly value?: T
  readonly retryAfter?: number
  readonly fault?: unknown
  readonly latency?: number
}

export interface FakePoll<T> {
  readonly poll: (signal: AbortSignal) => Promise<Polled<T>>
  /** When each poll began and, where it did, ended. */
  readonly polls: { readonly start: number; end?: number; readonly signal: AbortSignal }[]
  /** The most polls that were under way at once. */
  readonly most: () => number
}

/** A server that is polled; like our pipeline it gives up when its signal is aborted, and sends nothing after that. */
export function fakePoll<T>(clock: VirtualClock, answer: (poll: number) => PollStep<T>): FakePoll<T> {
  const polls: FakePoll<T>['polls'] = []
  let underWay = 0
  let most = 0
  const poll = (signal: AbortSignal): Promise<Polled<T>> => {
    const step = answer(polls.length)
    const note: FakePoll<T>['polls'][number] = { start: clock.now(), signal }
    polls.push(note)
    most = Math.max(most, ++underWay)
    return new Promise((resolve, reject) => {
      const end = (settle: () => void) => () => {
        clock.clearTimeout(timer)
        signal.removeEventListener('abort', abort)
        note.end = clock.now()
        underWay--
        settle()
      }
      const abort = end(() => reject(signal.reason))
      const finish = end(() => {
        if ('fault' in step) reject(step.fault)
        else resolve({ value: step.value as T, retryAfter: step.retryAfter })
      })
      const hangs = !('fault' in step || 'value' in step)
      const timer = hangs ? undefined : clock.setTimeout(finish, step.latency ?? 0)
      signal.addEventListener('abort', abort, { once: true })
      if (signal.aborted) abort()
    })
  }
  return { poll, polls, most: () => most }
}
