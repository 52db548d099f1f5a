import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** The mean cost of one call. */
export interface Cost {
  /** Microseconds of CPU of this process, including garbage collection. */
  readonly cpu: number
  /** Milliseconds from the first call to the end of the last, divided by the number of calls. */
  readonly time: number
}

setFlagsFromString('--expose-gc')
const gc: (how: { readonly type: 'minor' }) => void = runInNewContext('gc')

/**
 * Frees what earlier measurements left. A whole collection would also discard the shapes of answers that nobody holds any more, and
 * the code that was compiled for them, so the figures would mostly be those of the compiler. A program that makes calls again and
 * again keeps both.
 */
const collectGarbage = (): void => gc({ type: 'minor' })

/** Makes a number of calls, with a given number in flight. A quarter of that number is made first, as a warm-up. */
export async function costOf(call: () => Promise<unknown>, times: number, atOnce: number): Promise<Cost> {
  collectGarbage()
  await callOften(call, times / 4, atOnce) // caches still hold data of earlier measurements
  const begun = performance.now()
  const before = process.cpuUsage()
  await callOften(call, times, atOnce)
  const { user, system } = process.cpuUsage(before)
  return { cpu: (user + system) / times, time: (performance.now() - begun) / times }
}

async function callOften(call: () => Promise<unknown>, times: number, atOnce: number): Promise<void> {
  let left = times
  const oneByOne = async (): Promise<void> => {
    while (left-- > 0) await call()
  }
  await Promise.all(Array.from({ length: atOnce }, oneByOne))
}
