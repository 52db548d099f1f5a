import { type CasError, isCasError } from '../errors/cas-error.ts'
import type { GeoJsonGeometry } from '../generated/types.ts'
import { refuseCrsOf } from '../request/crs.ts'
import type { Reading } from './source.ts'
import type { RunWarnings } from './warnings.ts'

/** One item of the source, with the geometry to send for it or the reason why there is none. */
export type Item<T> = { readonly index: number; readonly input: T } & (
  | { readonly geometry: GeoJsonGeometry; readonly fault?: undefined }
  | { readonly geometry?: undefined; readonly fault: CasError }
)

/** Returns the geometry to send for an item. Throws a `CasError` with the `path` if the item is invalid. */
export type ReadItem<T> = (input: T, path: string) => GeoJsonGeometry

/** Items that are sent together. Invalid items keep their place, but are not sent. */
export type Batch<T> = readonly Item<T>[]

/** Maximum number of vertices in a batch, some megabytes. The service limits only the vertices of each geometry. */
const maxVertices = 100_000

/**
 * Packs items into batches of `size.now`, in order. A geometry with more vertices than a batch may have becomes a batch of its
 * own. If the source fails, the unfinished batch comes first.
 */
export async function* packed<T>(
  source: Reading<T>,
  startAt: number,
  size: { readonly now: number },
  readItem: ReadItem<T>,
  warnings: Pick<RunWarnings, 'see'>
): AsyncGenerator<Batch<T>, void, undefined> {
  let batch: Item<T>[] = []
  let vertices = 0
  let failure: { readonly error: unknown } | undefined
  const taken = (): Batch<T> => {
    const full = batch
    batch = []
    vertices = 0
    return full
  }
  for (let index = 0; ; index++) {
    let next: IteratorResult<T, unknown>
    try {
      next = await source.next()
    } catch (error) {
      failure = { error }
      break
    }
    if (next.done) break
    if (index < startAt) continue
    // The coordinate system of the first item probably applies to all, so the run is refused, not each row.
    if (index === startAt) refuseCrsOf(next.value, `source[${index}]`)
    const item = checked(next.value, index, readItem)
    const count = countVertices(item.geometry)
    if (item.geometry && count > 1) warnings.see(item.geometry, index)
    if (batch.length > 0 && vertices + count > maxVertices) yield taken()
    batch.push(item)
    vertices += count
    if (batch.length >= size.now) yield taken()
  }
  if (batch.length > 0) yield batch
  if (failure) throw failure.error
}

/** Checks an item as far as possible without the service, so it does not make its batch fail. */
function checked<T>(input: T, index: number, readItem: ReadItem<T>): Item<T> {
  try {
    return { index, input, geometry: readItem(input, `source[${index}]`) }
  } catch (fault) {
    if (!isCasError(fault)) throw fault
    return { index, input, fault }
  }
}

/** Number of positions of a geometry; a point has one. */
export function countVertices(geometry: GeoJsonGeometry | undefined): number {
  if (geometry === undefined) return 0
  if (geometry.type === 'Point') return 1
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  let sum = 0
  for (const polygon of polygons) for (const ring of polygon) sum += ring.length
  return sum
}
