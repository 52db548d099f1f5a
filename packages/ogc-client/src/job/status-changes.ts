import { tryStringify } from '@geoclients/client-core'
import type { JobInfo } from '../types/wire.ts'

/** Equal for equal states, in whatever order the server writes their members. */
export function stateKey(info: JobInfo): string {
  const members = Object.entries(info).toSorted(byName)
  return tryStringify(members) ?? members.map(([name, value]) => `${name}: ${tryStringify(value)}`).join()
}

function byName([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : 1
}

/** Tells a state where it differs from the one told before. */
export function onChange(tell: ((info: JobInfo) => void) | undefined): ((info: JobInfo) => void) | undefined {
  let last: string | undefined
  if (!tell) return undefined
  return (info) => {
    const now = stateKey(info)
    if (now !== last) tell(info)
    last = now
  }
}
