import type { AttributeResponse, AttributeResult, GeoJsonGeometry } from '../../generated/types.ts'
import type { ExtractionOptions } from '../validation/extraction-request.ts'
import type { World } from '../world.ts'
import { attempt, providerOf } from './attempt.ts'
import { geometryHash } from './geometry-hash.ts'
import { checkConsistency, checkQuality } from './quality.ts'

/** What came of one dataset. */
interface Part {
  readonly result?: AttributeResult
  readonly warnings: readonly string[]
  /** Milliseconds. */
  readonly elapsed: number
}

/** The answer for one geometry, without its name. Computed at once: `elapsed_ms` says how long it shall take. */
export function extract(
  world: World,
  geometry: GeoJsonGeometry,
  { datasetIds, aggregation, timeRange }: ExtractionOptions
): Omit<AttributeResponse, 'request_id'> {
  const hash = geometryHash(geometry)
  const wanted = byProvider(datasetIds).map((id) => {
    const key = JSON.stringify([id, hash, aggregation, timeRange])
    return { id, key, cached: world.cache.get(key) }
  })
  const cached = wanted.flatMap((one): Part[] => (one.cached ? [{ ...checkQuality(one.cached), elapsed: 0 }] : []))
  const fresh = wanted
    .filter((one) => one.cached === undefined)
    .map(({ id, key }): Part => {
      const { result, failure, elapsed } = attempt(world, id, geometry, timeRange)
      if (result === undefined) return { warnings: [`${id}: ${failure}`], elapsed }
      const checked = checkQuality(result)
      world.cache.set(key, checked.result)
      return { ...checked, elapsed }
    })
  const parts = [...cached, ...fresh]
  const results = parts.flatMap(({ result }) => result ?? [])
  return {
    geometry_hash: hash,
    results,
    warnings: [...parts.flatMap(({ warnings }) => warnings), ...checkConsistency(results)],
    elapsed_ms: Math.max(...parts.map(({ elapsed }) => elapsed))
  }
}

/** In the order of the first dataset of each provider, which is how the service works through them. */
function byProvider(ids: readonly string[]): string[] {
  const slugs = [...new Set(ids.map(providerOf))]
  return slugs.flatMap((slug) => ids.filter((id) => providerOf(id) === slug))
}
