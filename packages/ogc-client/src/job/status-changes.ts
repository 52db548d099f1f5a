import { tryStringify } from '@geoclients/client-core'
import type { JobInfo } from '../types/wire.ts'

/** Equal for equal states, in whatever order the server writes their members. */
export function stateKey(info: JobInfo): string {
  const members = Object.entries(info).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify(members.map(([name, value]) => [name, tryStringify(value) ?? 'nested too deep to be compared']))
}

/** Tells a state where it differs from the one told before. */
export function onChange(tell: ((info: JobInfo) => void) | undefined): (info: JobInfo) => void {
  let last: string | undefined
  return (info) => {
    const now = stateKey(info)
    if (now !== last) tell?.(info)
    last = now
  }
}
