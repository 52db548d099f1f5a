import { unsent } from '@geoclients/contract-core'
import { expect, test } from 'vitest'
import { CasClient } from '../client/cas-client.ts'
import { operations } from '../generated/operations.ts'
import { leftOut } from './left-out.ts'

const geometry = { type: 'Point', coordinates: [7, 46] } as const
const datasetIds = ['a:b']

test('each method sends its operation, and each query parameter reaches the wire', async () => {
  const found = await unsent<typeof operations, CasClient, typeof leftOut>({
    operations,
    leftOut,
    samples: { temporal_type: 'annual', bbox: [1, 2, 3, 4] },
    client: (fetch) => new CasClient({ baseUrl: 'https://cas.example/base', fetch, retry: false }),
    calls: {
      batchExtract: (cas) => cas.batchExtract({ geometries: [geometry], datasetIds }),
      datasets: (cas, query) => cas.datasets(query),
      extract: (cas) => cas.extract({ geometry, datasetIds }),
      health: (cas) => cas.health(),
      provider: (cas) => cas.provider('a'),
      providers: (cas, query) => cas.providers(query)
    }
  })
  expect(found).toEqual([])
})
