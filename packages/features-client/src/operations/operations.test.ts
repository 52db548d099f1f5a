import { unsent } from '@geoclients/contract-core'
import { expect, test } from 'vitest'
import { FeaturesClient } from '../client/features-client.ts'
import { operations } from '../generated/operations.ts'
import { crs84 } from '../request/declared-crs.ts'
import { leftOut } from './left-out.ts'

test('each method sends its operation, and each query parameter reaches the wire', async () => {
  const found = await unsent<typeof operations, FeaturesClient, typeof leftOut>({
    operations,
    leftOut,
    // The collection is not asked for these coordinates first: all have them.
    samples: { bbox: [1, 2, 3, 4], datetime: '2026-01-01T00:00:00Z', crs: crs84, 'bbox-crs': crs84 },
    client: (fetch) => new FeaturesClient({ baseUrl: 'https://features.example/base', fetch, retry: false }),
    calls: {
      getCollection: (features) => features.getCollection('rivers'),
      getCollections: (features) => features.getCollections(),
      getConformance: (features) => features.getConformance(),
      getFeature: (features, query) => features.getFeature('rivers', 'aare', query),
      getItems: (features, query) =>
        features.getItems('rivers', { ...('bboxCrs' in query && { bbox: [1, 2, 3, 4] }), ...query }),
      getLandingPage: (features) => features.getLandingPage()
    }
  })
  expect(found).toEqual([])
})
