import { isRecord } from '@geoclients/client-core'
import { idAsText } from './job.ts'

/** Converts a list of `{ id, … }` to a map of inputs or outputs. Entries without id are left out. */
export function describedById(described: readonly unknown[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    described.flatMap((item) => {
      const id = isRecord(item) ? idAsText(item.id) : undefined
      return id === undefined ? [] : [[id, item]]
    })
  )
}
