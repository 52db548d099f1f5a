import { CasClient, type EnrichedRow } from '@geoclients/cas-client'
import { createCasMock } from '@geoclients/cas-client/mock'
import type { Feature } from 'geojson'
import { expect, test } from 'vitest'
import { addFailures, type Failures } from './failures.ts'

test('failures are counted by reason, with the first places', async () => {
  const mock = createCasMock()
  using cas = new CasClient({ baseUrl: mock.baseUrl, fetch: mock.fetch })
  const place = (latitude: number): Feature => ({
    type: 'Feature',
    properties: {},
    geometry: { type: 'Point', coordinates: [7, latitude] }
  })
  const datasetIds = ['demo_terrain:elevation', 'demo_faults:unreachable']
  const places = [...Array.from({ length: 7 }, (_, index) => place(index)), place(123)]
  let failures: Failures = new Map()
  const rows = cas.enrich(places, { datasetIds }, { onWarning: () => undefined })
  for await (const row of rows) failures = addFailures(failures, row as EnrichedRow<Feature>, datasetIds)
  const [ofDataset, ofPlace, ...more] = [...failures]
  expect(ofDataset).toEqual([
    expect.stringContaining('demo_faults:unreachable: '),
    { count: 7, places: [1, 2, 3, 4, 5] }
  ])
  expect(ofPlace).toEqual([expect.stringContaining('123'), { count: 1, places: [8] }])
  expect(more).toEqual([])
})
