import { unsent } from '@geoclients/contract-core'
import { expect, test } from 'vitest'
import { $ApiClient } from '../client/$key-client.ts'
import { operations } from '../generated/operations.ts'
import { leftOut } from './left-out.ts'

test('each method sends its operation, and each query parameter reaches the wire', async () => {
  const found = await unsent<typeof operations, $ApiClient, typeof leftOut>({
    operations,
    leftOut,
    samples: { $querySamples },
    client: (fetch) => new $ApiClient({ baseUrl: 'https://$key.example/base', fetch, retry: false }),
    calls: {
      // each operation
      $operation: ($api, query) => $api.$operation($withQuery),
      // end
    }
  })
  expect(found).toEqual([])
})
