import type { ErrorFactory } from '../errors/client-error.ts'
import type { CallSettings } from '../types/call.ts'
import { follow, settled } from '../utils/abort-signals.ts'
import { type Clock, fileClock, startTimer } from '../utils/clock.ts'

/** A part of a package that is loaded when a call first needs it. */
export interface Part<T> {
  /** What the part contains; undefined until it is loaded. */
  there: T | undefined
  /** Loads the part once. Rejects with `not-loaded` if its file cannot be loaded; the next call then tries again. */
  load(make: ErrorFactory): Promise<T>
}

/**
 * Makes a {@link Part} that `load` loads. `load` must contain the `import()`, so that bundlers put the part into a separate file.
 * The part of client-core, which most parts need, is loaded at the same time.
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

/** The part of client-core that only some calls need. */
export const onDemand: Part<typeof import('../on-demand.ts')> = /* @__PURE__ */ partOf(() => import('../on-demand.ts'))

/** The members of a client that {@link withPart} needs: its clock, the signal that aborts when it is closed, its errors. */
export interface PartCore {
  readonly clock: Clock
  readonly closed: AbortSignal
  readonly error: ErrorFactory
}

type Bounds = Pick<CallSettings, 'signal' | 'timeout'>

/**
 * Runs `work` with a part that a call needs, and loads the part first if it is not there yet. Loading counts towards `timeout` (in
 * ms): `work` receives the part, and the settings of the call with the timeout that is left, at least 1 ms.
 *
 * Rejects with `not-loaded` if the part cannot be loaded. While it is loaded, rejects with `aborted` if the signal of the call is
 * aborted, with `timeout` if the timeout has passed, and with the reason of `closed` or `left` if that is aborted.
 */
export async function withPart<P, C extends Bounds, R>(
  core: PartCore,
  part: Part<P>,
  call: C,
  work: (there: P, own: C) => R | Promise<R>,
  left?: AbortSignal
): Promise<R> {
  if (part.there) return work(part.there, call)
  // Loading takes real time, whatever the clock of a test says. A clock with `hold` stands still meanwhile.
  const clock = core.clock.hold ? core.clock : fileClock
  const since = clock.now()
  const loaded = await bounded(part.load(core.error), { ...core, clock }, call, left)
  return work(loaded, { ...call, timeout: Math.max(1, call.timeout - (clock.now() - since)) })
}

function bounded<P>(
  part: Promise<P>,
  { clock, closed, error }: PartCore,
  { signal, timeout }: Bounds,
  left: AbortSignal | undefined
): Promise<P> {
  const what = 'a part of the client that this call needs'
  const late = `${what} was not loaded within ${timeout} ms`
  return settled((resolve, reject) => {
    part.then(resolve, reject)
    return [
      follow([closed, left], reject),
      follow([signal], (cause) => reject(error({ code: 'aborted', message: `loading ${what} was aborted`, cause }))),
      startTimer(clock, timeout, () => reject(error({ code: 'timeout', message: late })))
    ]
  })
}
