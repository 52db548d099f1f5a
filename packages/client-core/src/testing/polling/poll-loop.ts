import { isClientError } from '../../errors/client-error.ts'
import { PollLoop, type PollObserver, type PollOptions } from '../../polling/poll-loop.ts'
import { makeError } from '../make-error.ts'
import { VirtualClock } from '../virtual-clock.ts'
import { type FakePoll, fakePoll, type PollStep } from './fake-poll.ts'

export interface TestLoop extends FakePoll<string> {
  readonly loop: PollLoop<string>
  readonly clock: VirtualClock
  readonly close: () => unknown
}

/** A loop over a server that answers in turn, with the last answer for ever; `'done'` is its end. Pauses are 100 ms. */
export function testLoop(
  answers: readonly PollStep<string>[] | ((poll: number) => PollStep<string>),
  options: Partial<PollOptions<string>> = {}
): TestLoop {
  const clock = new VirtualClock(0)
  const end = new AbortController()
  const answer = typeof answers === 'function' ? answers : (poll: number) => answers[poll] ?? answers.at(-1) ?? {}
  const server = fakePoll(clock, answer)
  const loop = new PollLoop({
    poll: server.poll,
    isDone: (value) => value === 'done',
    isPassing: (error) => isClientError(error) && error.code === 'network',
    firstDelay: () => 50,
    random: () => 0,
    closed: end.signal,
    ...options,
    clock
  })
  const close = (): unknown => {
    end.abort(makeError({ code: 'closed', message: 'closed' }))
    return end.signal.reason
  }
  return { ...server, loop, clock, close }
}

export interface Listener extends PollObserver<string> {
  readonly heard: unknown[]
}

/** Writes down what it is told. */
export function listener(): Listener {
  const heard: unknown[] = []
  return {
    heard,
    next: (value) => heard.push(value),
    missed: (error) => heard.push(['missed', error]),
    fail: (error) => heard.push(['fail', error])
  }
}

/** A poll that failed on the way: it says nothing of what is polled. */
export const passing: Error = makeError({ code: 'network', message: 'cut' })
