import { deepEqual, equal, match, partialDeepStrictEqual } from 'node:assert/strict'
import type { Area, Feature } from '@geoclients/contract-core'
import type { Dataset, DatasetQuery, ProviderDetail } from '../../src/index.ts'
import { type CasContext, failureOf } from '../context.ts'

const land = { slug: 'demo_land', name: 'Demo land', protocol: 'rest', base_url: 'https://land.example' }
const soil = { slug: 'demo_soil', name: 'Demo soil', protocol: 'wcs', base_url: 'https://soil.example' }
const terrain = {
  slug: 'demo_terrain',
  name: 'Demo terrain',
  protocol: 'stac_cog',
  base_url: 'https://terrain.example'
}

const filter = (id: string, title: string, query: DatasetQuery, ids: readonly string[]): Feature<CasContext> => ({
  id: `datasets.${id}`,
  title,
  run: async ({ cas }) => {
    const { datasets, count } = await cas.datasets(query)
    deepEqual(
      datasets.map((dataset) => dataset.id),
      ids
    )
    equal(count, ids.length)
  }
})

export const catalogue: Area<CasContext> = {
  title: 'Providers and datasets',
  features: [
    {
      id: 'providers.all',
      title: 'The providers are listed, 100 per page',
      run: async ({ cas }) => {
        const { providers, ...page } = await cas.providers()
        deepEqual(page, { total: 5, limit: 100, offset: 0, count: 5 })
        deepEqual(
          providers.map(({ slug }) => slug),
          ['demo_climate', 'demo_faults', 'demo_land', 'demo_soil', 'demo_terrain']
        )
      }
    },
    {
      id: 'providers.page',
      title: 'A page of providers',
      run: async ({ cas }) =>
        deepEqual(await cas.providers({ limit: 2, offset: 3 }), {
          ...{ total: 5, limit: 2, offset: 3, count: 2 },
          providers: [soil, terrain]
        })
    },
    {
      id: 'providers.beyond',
      title: 'Beyond the last provider the page is empty',
      run: async ({ cas }) =>
        deepEqual(await cas.providers({ offset: 99 }), { total: 5, limit: 100, offset: 99, count: 0, providers: [] })
    },
    {
      id: 'providers.iterate',
      title: 'All providers with their datasets, page by page',
      run: async ({ cas }) => {
        const providers: ProviderDetail[] = []
        for await (const provider of cas.iterProviders({ limit: 2 }, { concurrency: 2 })) providers.push(provider)
        deepEqual(
          providers.map(({ slug, datasets }) => [slug, datasets.length]),
          [
            ['demo_climate', 3],
            ['demo_faults', 3],
            ['demo_land', 2],
            ['demo_soil', 3],
            ['demo_terrain', 3]
          ]
        )
      }
    },
    {
      id: 'provider.detail',
      title: 'A provider with its datasets',
      run: async ({ cas }) => {
        const { datasets, ...provider } = await cas.provider('demo_land')
        deepEqual(provider, land)
        deepEqual(
          datasets.map(({ id }) => id),
          ['demo_land:land_cover', 'demo_land:ndvi_unscaled']
        )
        partialDeepStrictEqual(datasets[1], {
          variables: [{ name: 'ndvi', data_type: 'continuous', nodata_value: null, valid_range: [-1, 1] }],
          resolution_m: 250,
          temporal: { start: '2000-02-01T00:00:00', end: null, temporal_type: 'monthly' }
        })
      }
    },
    {
      id: 'provider.unknown',
      title: 'An unknown provider is a 404',
      run: async ({ cas }) => {
        const error = await failureOf(cas.provider('nope'))
        match(error.message, /'nope'$/)
        deepEqual([error.code, error.status, error.errorType], ['http-status', 404, undefined])
      }
    },
    filter('of-provider', 'Datasets of a provider', { provider: 'demo_terrain' }, [
      'demo_terrain:elevation',
      'demo_terrain:elevation_1km',
      'demo_terrain:slope'
    ]),
    filter('of-unknown-provider', 'Datasets of an unknown provider: none', { provider: 'nope' }, []),
    filter('by-variable', 'Datasets with a variable, in upper or lower case', { variable: 'Elevation' }, [
      'demo_terrain:elevation',
      'demo_terrain:elevation_1km'
    ]),
    filter('by-temporal-type', 'Datasets by how they change with time', { temporalType: 'hourly' }, [
      'demo_climate:temperature'
    ]),
    filter('by-min-resolution', 'Datasets with cells of at least a size', { minResolution: 9000.5 }, [
      'demo_climate:precipitation'
    ]),
    filter('by-max-resolution', 'Datasets with cells of at most a size', { maxResolution: 10 }, [
      'demo_land:land_cover'
    ]),
    filter('by-extent', 'Datasets whose extent meets a box', { bbox: [45.5, 30, 50, 80], provider: 'demo_soil' }, [
      'demo_soil:organic_carbon',
      'demo_soil:peat_depth'
    ]),
    filter('page', 'A page of datasets', { limit: 2, offset: 12 }, [
      'demo_terrain:elevation_1km',
      'demo_terrain:slope'
    ]),
    filter(
      'all-filters',
      'All filters of datasets together',
      {
        ...{ provider: 'demo_soil', variable: 'clay', temporalType: 'static', minResolution: 1, maxResolution: 250 },
        ...{ bbox: [7, 46, 7.0000001, 46.5], limit: 1, offset: 0 }
      },
      ['demo_soil:clay_0-5cm']
    ),
    {
      id: 'datasets.iterate',
      title: 'All datasets that match, page by page',
      run: async ({ cas }) => {
        const datasets: Dataset[] = []
        for await (const dataset of cas.iterDatasets({ limit: 4, maxResolution: 1000 })) datasets.push(dataset)
        const { datasets: all } = await cas.datasets()
        deepEqual(
          datasets,
          all.filter(({ resolution_m }) => resolution_m <= 1000)
        )
        equal(datasets.length, 11)
      }
    }
  ]
}
