import { expect, test } from 'vitest'
import type { Dataset } from '../../generated/types.ts'
import { createTestKit } from '../test-kit.ts'

const { ask, refusal } = createTestKit()
const SLUGS = ['demo_climate', 'demo_faults', 'demo_land', 'demo_soil', 'demo_terrain']

async function idsOf(query: string): Promise<string[]> {
  const { datasets } = await (await ask(`/api/v1/datasets?${query}`)).json()
  return datasets.map(({ id }: Dataset) => id)
}

test('providers in short, by slug', async () => {
  const { providers, ...page } = await (await ask('/api/v1/providers')).json()
  expect(page).toEqual({ total: 5, limit: 100, offset: 0, count: 5 })
  expect(providers.map(({ slug }: { slug: string }) => slug)).toEqual(SLUGS)
  expect(providers[3]).toEqual({
    slug: 'demo_soil',
    name: 'Demo soil',
    protocol: 'wcs',
    base_url: 'https://soil.example'
  })
})

test('pages of providers', async () => {
  const page = await (await ask('/api/v1/providers?limit=2&offset=3')).json()
  expect(page).toMatchObject({ total: 5, limit: 2, offset: 3, count: 2, providers: [{ slug: 'demo_soil' }, {}] })
  expect(await (await ask('/api/v1/providers?offset=5')).json()).toMatchObject({ count: 0, providers: [] })
})

test('a provider with its datasets', async () => {
  const provider = await (await ask('/api/v1/providers/demo_land')).json()
  expect(provider).toMatchObject({ slug: 'demo_land', protocol: 'rest' })
  expect(provider.datasets[0]).toEqual({
    id: 'demo_land:land_cover',
    provider: 'demo_land',
    name: 'Demo land: land_cover',
    description: 'Computed from the geometry alone.',
    variables: [
      {
        name: 'land_cover',
        units: 'class_fraction',
        description: '',
        data_type: 'categorical',
        nodata_value: null,
        valid_range: null
      }
    ],
    resolution_m: 10,
    crs: 'EPSG:4326',
    bbox: { min_lon: -180, min_lat: -90, max_lon: 180, max_lat: 90 },
    temporal: { start: '2015-01-01T00:00:00', end: '2024-01-01T00:00:00', temporal_type: 'annual' },
    protocol: 'rest',
    license: 'CC0-1.0',
    citation: 'Demo land, made up'
  })
})

test('an unknown provider is a 404 of the framework; its list of datasets is empty', async () => {
  const response = await ask('/api/v1/providers/nope')
  expect(response.status).toBe(404)
  expect(await response.json()).toEqual({ detail: "There is no provider 'nope'" })
  expect(await (await ask('/api/v1/datasets?provider=nope')).json()).toMatchObject({ total: 0, datasets: [] })
})

test('pages of datasets', async () => {
  const page = await (await ask('/api/v1/datasets?limit=3&offset=12')).json()
  expect(page).toMatchObject({ total: 14, limit: 3, offset: 12, count: 2 })
  expect(page.datasets.map(({ id }: Dataset) => id)).toEqual(['demo_terrain:elevation_1km', 'demo_terrain:slope'])
})

test.each([
  ['provider=demo_land', ['demo_land:land_cover', 'demo_land:ndvi_unscaled']],
  ['variable=Elevation', ['demo_terrain:elevation', 'demo_terrain:elevation_1km']],
  ['temporal_type=annual', ['demo_land:land_cover']],
  ['min_resolution=9000.5', ['demo_climate:precipitation']],
  ['max_resolution=3e1', ['demo_land:land_cover', 'demo_terrain:elevation', 'demo_terrain:slope']],
  [
    'min_resolution=250&max_resolution=250',
    ['demo_land:ndvi_unscaled', 'demo_soil:clay_0-5cm', 'demo_soil:organic_carbon']
  ],
  ['bbox=45,72,50,80&provider=demo_soil&max_resolution=250', ['demo_soil:clay_0-5cm', 'demo_soil:organic_carbon']],
  ['bbox=45.01,72,50,80&provider=demo_soil&max_resolution=250', ['demo_soil:organic_carbon']],
  ['variable=clay&temporal_type=static&bbox=-1,40,1.5,41&limit=1&offset=0', ['demo_soil:clay_0-5cm']],
  ['variable=clay&temporal_type=daily', []],
  ['provider=demo_terrain&offset=2&limit=5', ['demo_terrain:slope']]
])('datasets with %s', async (query, ids) => {
  expect(await idsOf(query)).toEqual(ids)
})

test('empty text does not filter, the last of two counts', async () => {
  expect(await idsOf('provider=&variable=')).toHaveLength(14)
  expect(await idsOf('limit=1&limit=2')).toHaveLength(2)
})

test.each([
  ['limit=0', 'greater_than_equal', { ge: 1 }],
  ['limit=1001', 'less_than_equal', { le: 1000 }],
  ['limit=many', 'int_parsing', undefined],
  ['limit=1.5', 'int_parsing', undefined],
  ['offset=-1', 'greater_than_equal', { ge: 0 }]
])('%s is refused for both lists', async (query, type, ctx) => {
  const [name, input] = query.split('=')
  for (const list of ['providers', 'datasets']) {
    expect(await refusal(ask(`/api/v1/${list}?${query}`))).toEqual({
      status: 422,
      type: 'validation_error',
      message: expect.any(String),
      request_id: expect.any(String),
      detail: [{ type, loc: ['query', name], msg: expect.any(String), input, ...(ctx && { ctx }) }]
    })
  }
})

test('every wrong filter is told', async () => {
  const { detail } = await refusal(
    ask('/api/v1/datasets?temporal_type=never&min_resolution=a&max_resolution=&bbox=1,2,3&limit=0&offset=x')
  )
  expect(detail?.map(({ type, loc }) => [...loc, type].join(' '))).toEqual([
    'query temporal_type enum',
    'query min_resolution float_parsing',
    'query max_resolution float_parsing',
    'query bbox string_pattern_mismatch',
    'query limit greater_than_equal',
    'query offset int_parsing'
  ])
})
