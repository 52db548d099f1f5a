import { isRecord } from '@geoclients/client-core'
import { idAsText } from './job.ts'

/** Descriptions of inputs or outputs that are a list of `{ id, … }` in place of a map; what names nothing is left out. */
export function describedById(described: readonly unknown[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    described.flatMap((item) => {
      const id = isRecord(item) ? idAsText(item.id) : undefined
      return id === undefined ? [] : [[id, item]]
    })
  )
}
