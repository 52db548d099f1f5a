import { leavable } from '../on-demand/leavable.ts'
import { onDemand, type PartCore, withPart } from '../on-demand/load.ts'
import type { CallSettings } from '../types/call.ts'
import type { LinkedCore, LinkedPages } from './linked-pages.ts'
import type { OffsetPage } from './offset-pages.ts'

/** Where a list begins to be read, and what bounds the loading of what reads it. */
type Begin = Pick<CallSettings, 'signal' | 'timeout'> & { readonly offset: number }

/** See `walkLinked`, which the first step loads. The settings are read in that step; if that throws, it rejects. */
export function iterateLinked<Item>(
  core: LinkedCore & PartCore,
  settings: () => CallSettings,
  pages: LinkedPages<Item>
): AsyncGenerator<Item, undefined, undefined> {
  return leavable(async (left) => {
    const own = settings()
    return withPart(core, onDemand, own, ({ walkLinked }) => walkLinked(core, own, pages, left))
  })
}

/**
 * See `walkOffsets`, which the first step loads. It calls `begin`; if that throws, it rejects. `load` gets a signal that is also
 * aborted when the walk is left.
 */
export function iterateOffsets<L extends OffsetPage, T>(
  core: PartCore,
  begin: () => Begin,
  load: (offset: number, signal: AbortSignal) => Promise<L>,
  items: (list: L) => readonly T[]
): AsyncGenerator<T, undefined, undefined> {
  return leavable(async (left) =>
    withPart(core, onDemand, begin(), ({ walkOffsets }, { offset, signal }) =>
      walkOffsets(offset, load, items, [signal, left])
    )
  )
}
