import type { ErrorFactory } from '../errors/client-error.ts'
import type { CallSettings } from '../types/call.ts'
import { follow, settled } from '../utils/abort-signals.ts'
import { type Clock, fileClock, startTimer } from '../utils/clock.ts'

/** A part of a package that is loaded when it is first needed. */
export interface Part<T> {
  /** What is in it, once it is there. */
  there: T | undefined
  /** Loads it. Rejects with `not-loaded` if its file does not come, and tries again when asked again. */
  load(make: ErrorFactory): Promise<T>
}

/**
 * Loads a part of a package when it is first asked for, with the part of this package, which it often needs: they come at
 * once. `load` is an `import()`, so that bundlers give it a file of its own.
 */
export function partOf<T>(load: () => Promise<T>): Part<T> {
  let loading: Promise<T> | undefined
  const part: Part<T> = {
    there: undefined,
    async load(make) {
      loading ??= Promise.all([load(), import('../on-demand.ts')]).then(([own]) => (part.there = own))
      try {
        return await loading
      } catch (cause) {
        loading = undefined
        const message = 'a part of the client that this call needs could not be loaded; if this is a page, reload it'
        throw make({ code: 'not-loaded', message, cause })
      }
    }
  }
  return part
}

/** The part of this package that only some calls need. */
export const onDemand: Part<typeof import('../on-demand.ts')> = /* @__PURE__ */ partOf(() => import('../on-demand.ts'))

/** What of a client ends a wait for a part. */
export interface PartCore {
  readonly clock: Clock
  readonly closed: AbortSignal
  readonly error: ErrorFactory
}

type Bounds = Pick<CallSettings, 'signal' | 'timeout'>

/**
 * Does what a call needs a part for. A part that is still to come counts towards the time of the call; the signal and closing
 * the client end the wait. `work` gets the time that is left.
 */
export async function withPart<P, C extends Bounds, R>(
  core: PartCore,
  part: Part<P>,
  call: C,
  work: (there: P, left: C) => R | Promise<R>
): Promise<R> {
  if (part.there) return work(part.there, call)
  // A file takes real time. It passes whatever a clock of tests says, unless that stands still for files.
  const clock = core.clock.hold ? core.clock : fileClock
  const since = clock.now()
  const loaded = await bounded(part.load(core.error), { ...core, clock }, call)
  return work(loaded, { ...call, timeout: Math.max(1, call.timeout - (clock.now() - since)) })
}

function bounded<P>(part: Promise<P>, { clock, closed, error }: PartCore, { signal, timeout }: Bounds): Promise<P> {
  const what = 'a part of the client that this call needs'
  const late = `${what} was not loaded within ${timeout} ms`
  return settled((resolve, reject) => {
    part.then(resolve, reject)
    return [
      follow([closed], reject),
      follow([signal], (cause) => reject(error({ code: 'aborted', message: `loading ${what} was aborted`, cause }))),
      startTimer(clock, timeout, () => reject(error({ code: 'timeout', message: late })))
    ]
  })
}
