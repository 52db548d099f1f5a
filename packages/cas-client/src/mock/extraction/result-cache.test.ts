import { createVirtualClock } from '@geoclients/mock-core'
import { expect, test } from 'vitest'
import type { AttributeResult } from '../../generated/types.ts'
import { createResultCache } from './result-cache.ts'

const result = (value: number): AttributeResult => ({
  dataset_id: 'a:b',
  variable: 'b',
  value,
  units: '1',
  aggregation: 'mean',
  quality: 'good',
  coverage_fraction: 1,
  pixel_count: 1,
  timestamp: null,
  provider: 'a',
  elapsed_ms: 0,
  provenance: '',
  valid_range: null
})

test('results live for ten minutes', async () => {
  const clock = createVirtualClock()
  const cache = createResultCache(clock)
  cache.set('one', result(1))
  await clock.advance(600_000)
  expect(cache.get('one')?.value).toBe(1)
  await clock.advance(1)
  expect(cache.get('one')).toBeUndefined()
  expect(cache.stats()).toEqual({ hits: 1, misses: 1, size: 0, hit_rate: 0.5 })
})

test('of 10 001 the one used least recently has gone', () => {
  const cache = createResultCache(createVirtualClock())
  for (let index = 0; index < 10_000; index += 1) cache.set(String(index), result(index))
  expect(cache.get('0')?.value).toBe(0)
  cache.set('one more', result(1))
  expect([cache.get('0')?.value, cache.get('1'), cache.get('2')?.value]).toEqual([0, undefined, 2])
  expect(cache.stats()).toEqual({ hits: 3, misses: 1, size: 10_000, hit_rate: 0.75 })
})

test('a rate has four decimals', () => {
  const cache = createResultCache(createVirtualClock())
  cache.set('one', result(1))
  cache.get('one')
  cache.get('two')
  cache.get('three')
  expect(cache.stats().hit_rate).toBe(0.3333)
})
