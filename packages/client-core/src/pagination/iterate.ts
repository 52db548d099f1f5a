import type { ErrorFactory } from '../errors/client-error.ts'
import { onDemand } from '../on-demand/load.ts'
import type { CallSettings } from '../types/call.ts'
import type { LinkedCore, LinkedPages } from './linked-pages.ts'
import type { OffsetPage } from './offset-pages.ts'

/** See `walkLinked`, which the first step loads. */
export async function* iterateLinked<Item>(
  core: LinkedCore,
  settings: () => CallSettings,
  pages: LinkedPages<Item>
): AsyncGenerator<Item, void, undefined> {
  yield* (await onDemand(core.error)).walkLinked(core, settings, pages)
}

/** See `walkOffsets`, which the first step loads. */
export async function* iterateOffsets<L extends OffsetPage, T>(
  make: ErrorFactory,
  offset: number,
  load: (offset: number) => Promise<L>,
  items: (list: L) => readonly T[]
): AsyncGenerator<T, void, undefined> {
  yield* (await onDemand(make)).walkOffsets(offset, load, items)
}
