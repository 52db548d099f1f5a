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

/** What is sent for an item; throws a `CasError` that names the `path` where it cannot be right. */
export type ReadItem<T> = (input: T, path: string) => GeoJsonGeometry

/** Items that are sent together; those with a fault have their place, but are not sent. */
export type Batch<T> = readonly Item<T>[]

/** Vertices of all geometries of a batch together: some megabytes. The service counts those of each geometry alone. */
const maxVertices = 100_000

/**
 * Packs items into batches of `size.now`, in order; a geometry that alone has more vertices than a batch may have is a
 * batch. Where the source fails, the batch that was begun comes first.
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
    // What the first item says of its coordinates is as true of all: told once, and not row by row.
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

/** An item, checked where it can be checked without the service, so that it cannot spoil a batch. */
function checked<T>(input: T, index: number, readItem: ReadItem<T>): Item<T> {
  try {
    return { index, input, geometry: readItem(input, `source[${index}]`) }
  } catch (fault) {
    if (!isCasError(fault)) throw fault
    return { index, input, fault }
  }
}

/** Positions of a geometry; a point has one. */
export function countVertices(geometry: GeoJsonGeometry | undefined): number {
  if (geometry === undefined) return 0
  if (geometry.type === 'Point') return 1
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  let sum = 0
  for (const polygon of polygons) for (const ring of polygon) sum += ring.length
  return sum
}
