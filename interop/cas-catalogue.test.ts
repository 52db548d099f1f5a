import type { Dataset, DatasetQuery, Point, ProviderDetail } from '@geoclients/cas-client'
import { afterAll, expect, test } from 'vitest'
import { casClient } from './fixtures/cas/clients.ts'

const cas = casClient('cas')
afterAll(() => cas.close())

test('lists the providers, page by page', async () => {
  expect(await cas.providers({ limit: 2, offset: 3 })).toEqual({
    total: 5,
    limit: 2,
    offset: 3,
    count: 2,
    providers: [
      { slug: 'demo_soil', name: 'Demo soil', protocol: 'wcs', base_url: 'https://soil.example' },
      { slug: 'demo_terrain', name: 'Demo terrain', protocol: 'stac_cog', base_url: 'https://terrain.example' }
    ]
  })
  expect(await cas.providers()).toMatchObject({ limit: 100, offset: 0, count: 5 })
})

test('shows a provider with its datasets', async () => {
  const { datasets, ...provider } = await cas.provider('demo_land')
  expect(provider).toEqual({
    slug: 'demo_land',
    name: 'Demo land',
    protocol: 'rest',
    base_url: 'https://land.example'
  })
  expect(datasets.map(({ id }) => id)).toEqual(['demo_land:land_cover', 'demo_land:ndvi_unscaled'])
  expect(datasets[1]).toMatchObject({
    variables: [{ name: 'ndvi', data_type: 'continuous', nodata_value: null, valid_range: [-1, 1] }],
    resolution_m: 250,
    temporal: { start: '2000-02-01T00:00:00', end: null, temporal_type: 'monthly' }
  })
})

test.each<[DatasetQuery, string[]]>([
  [{ provider: 'demo_terrain' }, ['demo_terrain:elevation', 'demo_terrain:elevation_1km', 'demo_terrain:slope']],
  [{ variable: 'Elevation' }, ['demo_terrain:elevation', 'demo_terrain:elevation_1km']],
  [{ temporalType: 'hourly' }, ['demo_climate:temperature']],
  [{ minResolution: 9000.5 }, ['demo_climate:precipitation']],
  [{ maxResolution: 10 }, ['demo_land:land_cover']],
  [{ bbox: [45.5, 30, 50, 80], provider: 'demo_soil' }, ['demo_soil:organic_carbon', 'demo_soil:peat_depth']],
  [{ limit: 2, offset: 12 }, ['demo_terrain:elevation_1km', 'demo_terrain:slope']],
  [
    {
      provider: 'demo_soil',
      variable: 'clay',
      temporalType: 'static',
      minResolution: 1,
      maxResolution: 250,
      bbox: [7, 46, 7.0000001, 46.5],
      limit: 1,
      offset: 0
    },
    ['demo_soil:clay_0-5cm']
  ],
  [{ provider: 'nope' }, []]
])('lists the datasets with %j', async (query, ids) => {
  const { datasets, count } = await cas.datasets(query)
  expect(datasets.map(({ id }) => id)).toEqual(ids)
  expect(count).toBe(ids.length)
})

test('reports its health, and what the cache did', async () => {
  const geometry: Point = { type: 'Point', coordinates: [-70.125, -33.25] }
  const before = await cas.health()
  for (let count = 0; count < 2; count += 1) await cas.extract({ geometry, datasetIds: ['demo_terrain:slope'] })
  const { cache, ...health } = await cas.health()
  expect(health).toEqual({ status: 'ok', providers_registered: 5 })
  // Other tests ask the same server.
  expect(cache.hits).toBeGreaterThan(before.cache.hits)
  expect(cache.misses).toBeGreaterThan(before.cache.misses)
  expect(cache.size).toBeGreaterThan(before.cache.size)
  expect(cache.hit_rate).toBeCloseTo(cache.hits / (cache.hits + cache.misses), 4)
})

test('iterates over all providers with their datasets, and over all datasets, in pages', async () => {
  const providers: ProviderDetail[] = []
  for await (const provider of cas.iterProviders({ limit: 2 }, { concurrency: 2 })) providers.push(provider)
  expect(providers.map(({ slug, datasets }) => [slug, datasets.length])).toEqual([
    ['demo_climate', 3],
    ['demo_faults', 3],
    ['demo_land', 2],
    ['demo_soil', 3],
    ['demo_terrain', 3]
  ])
  const datasets: Dataset[] = []
  for await (const dataset of cas.iterDatasets({ limit: 4, maxResolution: 1000 })) datasets.push(dataset)
  const expected = providers.flatMap((provider) => provider.datasets).filter(({ resolution_m }) => resolution_m <= 1000)
  expect(datasets).toEqual(expected)
  expect(datasets).toHaveLength(11)
})
