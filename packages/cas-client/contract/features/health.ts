import { deepEqual, equal, ok } from 'node:assert/strict'
import type { Area } from '@geoclients/contract-core'
import type { CasContext } from '../context.ts'
import { newPoint } from '../places.ts'

export const health: Area<CasContext> = {
  title: 'Health',
  features: [
    {
      id: 'health.state',
      title: 'The service reports its state and the number of providers',
      run: async ({ cas }) => {
        const { cache, ...state } = await cas.health()
        deepEqual(state, { status: 'ok', providers_registered: 5 })
        deepEqual(Object.keys(cache).sort(), ['hit_rate', 'hits', 'misses', 'size'])
      }
    },
    {
      id: 'health.cache',
      title: 'The cache reports hits and misses',
      run: async ({ cas }) => {
        const geometry = newPoint(-33.25)
        const { cache: before } = await cas.health()
        for (let count = 0; count < 2; count += 1) await cas.extract({ geometry, datasetIds: ['demo_terrain:slope'] })
        const { cache: after } = await cas.health()
        // Others may ask the same server.
        ok(after.hits > before.hits && after.misses > before.misses && after.size > before.size)
        equal(after.hit_rate.toFixed(3), (after.hits / (after.hits + after.misses)).toFixed(3))
      }
    }
  ]
}
