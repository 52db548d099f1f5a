import { expect, test } from 'vitest'
import { countedSignal } from '../testing/counted-signal.ts'
import { settle } from '../testing/virtual-clock.ts'
import { SharedCall } from './shared-call.ts'

function sharedCall() {
  let own: AbortSignal | undefined
  let answer = (_: string): void => {}
  let fail = (_: unknown): void => {}
  const call = new SharedCall<string>((signal) => {
    own = signal
    return new Promise((resolve, reject) => {
      answer = resolve
      fail = reject
    })
  })
  return { call, answer: (text: string) => answer(text), fail: (error: unknown) => fail(error), signal: () => own }
}

test('all who join get the one result, also afterwards, and leave no listener', async () => {
  const { call, answer, signal } = sharedCall()
  const callers = [countedSignal(), countedSignal()]
  const joined = callers.map((caller) => call.join(caller.signal))
  expect(call.isUnderWay).toBe(true)
  answer('yes')
  expect(await Promise.all(joined)).toEqual(['yes', 'yes'])
  expect(await call.join(new AbortController().signal)).toBe('yes')
  expect([call.isUnderWay, signal()?.aborted, ...callers.map(({ left }) => left())]).toEqual([false, false, 0, 0])
})

test('who is aborted leaves at once; the last one aborts the call', async () => {
  const { call, signal } = sharedCall()
  const callers = [countedSignal(), countedSignal()]
  const joined = callers.map((caller) => expect(call.join(caller.signal)).rejects.toBe('enough'))
  callers[0]?.abort('enough')
  await joined[0]
  expect([signal()?.aborted, call.isUnderWay]).toEqual([false, true])
  callers[1]?.abort('enough')
  await joined[1]
  expect([signal()?.aborted, signal()?.reason, call.isUnderWay]).toEqual([true, 'enough', false])
})

test('a failure is told to all, and is no unhandled rejection where nobody joined', async () => {
  const shared = sharedCall()
  const joined = expect(shared.call.join(new AbortController().signal)).rejects.toBe('broken')
  shared.fail('broken')
  await joined
  sharedCall().fail('unheard')
  await settle()
})
