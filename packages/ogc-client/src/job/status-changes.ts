import { tryStringify } from '@geoclients/client-core'
import type { JobInfo } from '../types/wire.ts'

/** A key that is equal for equal states, whatever the order of members. */
export function stateKey(info: JobInfo): string {
  const members = Object.keys(info)
    .toSorted()
    .map((name) => [name, Reflect.get(info, name)])
  return tryStringify(members) ?? members.map(([name, value]) => `${name}: ${tryStringify(value)}`).join()
}

/** Calls back if a state differs from the previous one. */
export function onChange(tell: (info: JobInfo) => void): (info: JobInfo) => void {
  let last: string | undefined
  return (info) => {
    const now = stateKey(info)
    if (now !== last) tell(info)
    last = now
  }
}
