import type { Clock } from '@geoclients/mock-core'
import type { AttributeResult, CacheStats } from '../../generated/types.ts'

const LIFETIME = 600_000
const MAX_ENTRIES = 10_000

/** What was extracted in the last ten minutes; the results used least recently give way. */
export interface ResultCache {
  get(key: string): AttributeResult | undefined
  set(key: string, result: AttributeResult): void
  stats(): CacheStats
  clear(): void
}

export function createResultCache(clock: Clock): ResultCache {
  const entries = new Map<string, { readonly result: AttributeResult; readonly since: number }>()
  let hits = 0
  let misses = 0

  return {
    get(key) {
      const entry = entries.get(key)
      entries.delete(key)
      if (entry === undefined || clock.now() - entry.since > LIFETIME) {
        misses += 1
        return undefined
      }
      hits += 1
      entries.set(key, entry)
      return entry.result
    },
    set(key, result) {
      entries.delete(key)
      entries.set(key, { result, since: clock.now() })
      const [oldest] = entries.keys()
      if (entries.size > MAX_ENTRIES && oldest !== undefined) entries.delete(oldest)
    },
    stats() {
      const total = hits + misses
      return { hits, misses, size: entries.size, hit_rate: total === 0 ? 0 : Math.round((hits / total) * 1e4) / 1e4 }
    },
    clear() {
      entries.clear()
      hits = 0
      misses = 0
    }
  }
}
