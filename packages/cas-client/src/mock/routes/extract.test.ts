import { expect, test } from 'vitest'
import { createTestKit, point } from '../test-kit.ts'

const bern = point(7.5, 46.9)

test('a number, with all that belongs to it', async () => {
  const { extract } = createTestKit()
  expect(await extract(bern, ['demo_terrain:elevation'])).toEqual({
    request_id: '000000000002',
    geometry_hash: expect.stringMatching(/^[0-9a-f]{16}$/),
    results: [
      {
        dataset_id: 'demo_terrain:elevation',
        variable: 'elevation',
        value: 548.2,
        units: 'm',
        aggregation: 'mean',
        quality: 'good',
        coverage_fraction: 1,
        pixel_count: 1,
        timestamp: null,
        provider: 'demo_terrain',
        elapsed_ms: 0,
        provenance: 'computed from the geometry',
        valid_range: [-500, 9000]
      }
    ],
    warnings: [],
    elapsed_ms: 0
  })
})

test.each([
  ['demo_terrain:elevation_1km', { value: 500 }],
  ['demo_terrain:slope', { value: 6.044 }],
  [
    'demo_land:land_cover',
    { value: { tree_cover: 0.76, grassland: 0.12, cropland: 0.12 }, aggregation: 'distribution', valid_range: null }
  ],
  ['demo_land:ndvi_unscaled', { value: 5469, quality: 'suspect' }],
  ['demo_soil:clay_0-5cm', { value: 246.9, quality: 'good' }],
  ['demo_soil:organic_carbon', { value: 24.69, quality: 'partial', coverage_fraction: 0.5 }],
  ['demo_soil:peat_depth', { value: null, quality: 'missing', coverage_fraction: 0, pixel_count: 0 }],
  ['demo_climate:precipitation', { value: 4.789, timestamp: '1991-01-01T00:00:00' }],
  ['demo_climate:temperature', { value: 6.55, timestamp: '2000-01-01T00:00:00Z' }],
  ['demo_climate:wind_gust', { value: null, quality: 'good', coverage_fraction: 1, pixel_count: 1 }]
])('%s', async (id, expected) => {
  const { extract } = createTestKit()
  expect((await extract(bern, [id])).results).toMatchObject([{ dataset_id: id, ...expected }])
})

test('what is doubtful comes with a warning that begins with the dataset', async () => {
  const { extract } = createTestKit()
  const ids = ['demo_land:ndvi_unscaled', 'demo_soil:organic_carbon', 'demo_soil:peat_depth']
  expect((await extract(bern, ids)).warnings).toEqual([
    'demo_land:ndvi_unscaled: 5469 is not from -1 to 1',
    'demo_soil:organic_carbon: 50 % of the geometry has data, less than 80 %',
    'demo_soil:peat_depth: 0 % of the geometry has data, less than 30 %'
  ])
})

test('what fails is absent, with a warning; the others have their results, provider by provider', async () => {
  const { extract, clock } = createTestKit()
  const ids = ['demo_terrain:slope', 'demo_faults:slow', 'demo_terrain:nope', 'demo_faults:unreachable', 'nope:x']
  const answer = extract(bern, [...ids, 'demo_faults:defective', 'demo_terrain:elevation'])
  await clock.advance(2000)
  const { results, warnings, elapsed_ms } = await answer
  expect(results.map(({ dataset_id }) => dataset_id)).toEqual(['demo_terrain:slope', 'demo_terrain:elevation'])
  expect(warnings).toEqual([
    'demo_terrain:nope: [demo_terrain] there is no such dataset',
    'demo_faults:slow: Extraction failed for demo_faults:slow: timeout after 2s',
    'demo_faults:unreachable: [demo_faults] the archive answered 503',
    'demo_faults:defective: Extraction failed for demo_faults:defective: the archive sent a grid without cells',
    "nope:x: Extraction failed for nope:x: there is no provider 'nope'"
  ])
  expect(elapsed_ms).toBe(2000)
})

test('a slow dataset is waited for as long as the mock is told to', async () => {
  const { extract, clock } = createTestKit({ providerTimeout: 30_000 })
  const answer = extract(bern, ['demo_faults:slow'])
  await clock.advance(29_999)
  expect(clock.pending).toBe(1)
  await clock.advance(1)
  expect((await answer).warnings).toEqual([expect.stringContaining('timeout after 30s')])
})

test('who does not wait for it leaves no timer behind', async () => {
  const { ask, clock } = createTestKit()
  const abort = new AbortController()
  const answer = ask('/api/v1/extract', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ geometry: bern, dataset_ids: ['demo_faults:slow'] }),
    signal: abort.signal
  })
  const outcome = expect(answer).rejects.toBe('enough')
  await clock.advance(10)
  expect(clock.pending).toBe(1)
  abort.abort('enough')
  await outcome
  expect(clock.pending).toBe(0)
})

test('a time range is given back in the form of the service, to what has a time', async () => {
  const { extract } = createTestKit()
  const time_range = { start: '2020-01-01T10:00:00.5+01:00', end: '2019-01-01' }
  const { results } = await extract(bern, ['demo_land:land_cover', 'demo_terrain:slope'], { time_range })
  expect(results.map(({ timestamp }) => timestamp)).toEqual(['2020-01-01T10:00:00.500000+01:00', null])
})
