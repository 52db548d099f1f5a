import { Call } from '../request/call.ts'
import type { CallKind, CallSettings } from '../types/call.ts'
import { makeError } from './make-error.ts'
import { VirtualClock } from './virtual-clock.ts'

export interface TestedCall {
  readonly call: Call
  readonly clock: VirtualClock
  readonly close: () => unknown
}

/** A call by itself, without a pipeline around it. */
export function testCall(
  settings: Partial<CallSettings> = {},
  kind: Partial<CallKind> = {},
  url = 'https://api.example/jobs'
): TestedCall {
  const clock = new VirtualClock()
  const end = new AbortController()
  const whole: CallSettings = {
    ...{ signal: undefined, timeout: 1_000, retry: {}, isRetryAsked: false, headers: {} },
    ...settings
  }
  const calls = new Set<Call>()
  const context = { clock, error: makeError, closed: end.signal, calls }
  const call = new Call(context, 'GET', url, whole, { safe: true, body: 'bytes', ...kind })
  const close = (): unknown => {
    end.abort(makeError({ code: 'closed', message: 'the client was closed' }))
    for (const one of [...calls]) one.stop(end.signal.reason)
    return end.signal.reason
  }
  return { call, clock, close }
}
