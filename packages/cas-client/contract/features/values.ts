import { deepEqual, equal, match, ok } from 'node:assert/strict'
import type { Area, Feature } from '@geoclients/contract-core'
import { type AttributeResult, byDataset } from '../../src/index.ts'
import type { CasContext } from '../context.ts'
import { bern, polygon } from '../places.ts'

/** What is to be found of one dataset at a point, and what each of its warnings must begin with. */
const found = (
  id: string,
  title: string,
  datasetId: string,
  expected: Partial<AttributeResult>,
  warnings: readonly RegExp[] = []
): Feature<CasContext> => ({
  id: `values.${id}`,
  title,
  run: async ({ cas }) => {
    const response = await cas.extract({ geometry: bern, datasetIds: [datasetId] })
    equal(response.results.length, 1)
    const result = byDataset(response, datasetId)
    const names = Object.keys(expected) as (keyof AttributeResult)[]
    deepEqual(Object.fromEntries(names.map((name) => [name, result?.[name]])), expected)
    equal(response.warnings.length, warnings.length)
    for (const [index, warning] of warnings.entries()) match(response.warnings[index] ?? '', warning)
  }
})

export const values: Area<CasContext> = {
  title: 'Values',
  features: [
    {
      id: 'values.number',
      title: 'A number with its metadata',
      run: async ({ cas }) => {
        const response = await cas.extract({ geometry: bern, datasetIds: ['demo_terrain:elevation'] })
        const [result, ...others] = response.results
        const { elapsed_ms, ...known } = result ?? { elapsed_ms: undefined }
        deepEqual([others, response.warnings], [[], []])
        deepEqual(known, {
          ...{ dataset_id: 'demo_terrain:elevation', variable: 'elevation', value: 548.2, units: 'm' },
          ...{ aggregation: 'mean', quality: 'good', coverage_fraction: 1, pixel_count: 1, timestamp: null },
          ...{ provider: 'demo_terrain', provenance: 'computed from the geometry', valid_range: [-500, 9000] }
        })
        ok(Number.isInteger(elapsed_ms) && Number.isInteger(response.elapsed_ms))
        match(response.geometry_hash, /^[0-9a-f]{16}$/)
      }
    },
    found('distribution', 'A distribution: shares by class', 'demo_land:land_cover', {
      value: { tree_cover: 0.76, grassland: 0.12, cropland: 0.12 },
      ...{ aggregation: 'distribution', quality: 'good', units: 'class_fraction', valid_range: null }
    }),
    found('null-good', 'Null where the value is not a number, of good quality all the same', 'demo_climate:wind_gust', {
      ...{ value: null, quality: 'good', coverage_fraction: 1 }
    }),
    found(
      'missing',
      'Null where there is no data: quality missing, with a warning',
      'demo_soil:peat_depth',
      { value: null, quality: 'missing', coverage_fraction: 0, pixel_count: 0 },
      [/^demo_soil:peat_depth: /]
    ),
    found(
      'partial',
      'Half the geometry without data: quality partial, with a warning',
      'demo_soil:organic_carbon',
      { value: 24.69, quality: 'partial', coverage_fraction: 0.5 },
      [/^demo_soil:organic_carbon: /]
    ),
    found(
      'suspect',
      'Outside the valid range: quality suspect, with a warning',
      'demo_land:ndvi_unscaled',
      { value: 5469, quality: 'suspect', valid_range: [-1, 1] },
      [/^demo_land:ndvi_unscaled: /]
    ),
    found('time-with-zone', 'A time with a zone', 'demo_climate:temperature', {
      ...{ value: 6.55, timestamp: '2000-01-01T00:00:00Z' }
    }),
    found('time-without-zone', 'A time without a zone', 'demo_climate:precipitation', {
      ...{ value: 4.789, timestamp: '1991-01-01T00:00:00' }
    }),
    {
      id: 'values.outside',
      title: 'Outside of the extent of a dataset: null, quality missing',
      run: async ({ cas }) => {
        const geometry = { type: 'Point' as const, coordinates: [-60, 45] }
        const { results } = await cas.extract({ geometry, datasetIds: ['demo_soil:clay_0-5cm'] })
        const [result] = results
        deepEqual([result?.value, result?.quality, result?.coverage_fraction], [null, 'missing', 0])
      }
    },
    {
      id: 'values.little-coverage',
      title: 'A value from less than 30 % of the geometry: quality missing',
      run: async ({ cas }) => {
        const geometry = polygon([-125, 40], [-15, 40], [-15, 50], [-125, 50], [-125, 40])
        const { results } = await cas.extract({ geometry, datasetIds: ['demo_soil:clay_0-5cm'] })
        const [result] = results
        deepEqual([result?.value, result?.quality, result?.coverage_fraction.toFixed(3)], [245, 'missing', '0.091'])
      }
    },
    {
      id: 'values.inconsistent',
      title: 'Datasets that contradict each other: a warning',
      run: async ({ cas }) => {
        const datasetIds = ['demo_terrain:elevation', 'demo_terrain:elevation_1km']
        const { warnings } = await cas.extract({ geometry: bern, datasetIds })
        deepEqual(warnings, [])
        const geometry = { type: 'Point' as const, coordinates: [-150, -20] }
        const doubtful = await cas.extract({ geometry, datasetIds })
        deepEqual(
          datasetIds.map((id) => byDataset(doubtful, id)?.value),
          [190, 100]
        )
        equal(doubtful.warnings.length, 2)
      }
    }
  ]
}
