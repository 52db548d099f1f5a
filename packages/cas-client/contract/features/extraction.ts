import { deepEqual, equal } from 'node:assert/strict'
import type { Area, Feature } from '@geoclients/contract-core'
import { type AttributeResponse, byDataset, type TimeRangeLike } from '../../src/index.ts'
import type { CasContext } from '../context.ts'
import { bern, kansas, multiPolygon, newPoint, polygon } from '../places.ts'

const elevation = 'demo_terrain:elevation'
const cover = 'demo_land:land_cover'

const ids = ({ results }: AttributeResponse): string[] => results.map(({ dataset_id }) => dataset_id)

const timed = (id: string, title: string, timeRange: TimeRangeLike, timestamp: string): Feature<CasContext> => ({
  id: `extract.${id}`,
  title,
  run: async ({ cas }) => {
    const response = await cas.extract({ geometry: bern, datasetIds: [cover], timeRange })
    equal(byDataset(response, cover)?.timestamp, timestamp)
  }
})

export const extraction: Area<CasContext> = {
  title: 'Extraction',
  features: [
    {
      id: 'extract.polygon',
      title: 'For a polygon: its cells are counted',
      run: async ({ cas }) => {
        const { results } = await cas.extract({ geometry: kansas, datasetIds: [elevation] })
        deepEqual([results[0]?.value, results[0]?.pixel_count], [420.6, 129_600])
      }
    },
    {
      id: 'extract.hole',
      title: 'For a polygon with a hole',
      run: async ({ cas }) => {
        const hole = [
          [-96.57, 39.03],
          [-96.53, 39.03],
          [-96.53, 39.07],
          [-96.57, 39.03]
        ]
        const geometry = { ...kansas, coordinates: [...kansas.coordinates, hole] }
        equal(byDataset(await cas.extract({ geometry, datasetIds: [elevation] }), elevation)?.value, 420.6)
      }
    },
    {
      id: 'extract.multipolygon',
      title: 'For a multipolygon',
      run: async ({ cas }) => {
        const other = polygon([-96.4, 39], [-96.3, 39], [-96.3, 39.1], [-96.4, 39])
        const response = await cas.extract({ geometry: multiPolygon(kansas, other), datasetIds: [elevation] })
        equal(byDataset(response, elevation)?.value, 420.7)
      }
    },
    {
      id: 'extract.feature',
      title: 'For a Feature: its geometry is taken',
      run: async ({ cas }) => {
        const geometry = { type: 'Feature' as const, geometry: kansas, properties: { name: 'Konza' } }
        equal(byDataset(await cas.extract({ geometry, datasetIds: [elevation] }), elevation)?.value, 420.6)
      }
    },
    {
      id: 'extract.height',
      title: 'For a point with a height, which is ignored',
      run: async ({ cas }) => {
        const geometry = { type: 'Point' as const, coordinates: [7.5, 46.9, 540] }
        equal(byDataset(await cas.extract({ geometry, datasetIds: [elevation] }), elevation)?.value, 548.2)
      }
    },
    timed(
      'time-dates',
      'A time range of dates: the instant, to the microsecond',
      [new Date('2020-01-01T12:00:00.250Z'), new Date('2021-01-01T00:00:00Z')],
      '2020-01-01T12:00:00.250000Z'
    ),
    timed('time-days', 'A time range of days', ['2020-01-01', '2021-01-01'], '2020-01-01T00:00:00'),
    timed(
      'time-offset',
      'A time range with an offset keeps it',
      { start: '2020-01-01T00:00:00+02:00', end: new Date('2021-01-01T00:00:00Z') },
      '2020-01-01T00:00:00+02:00'
    ),
    {
      id: 'extract.time-backwards',
      title: 'The service accepts a time range that ends before it starts',
      run: async ({ instead }) => {
        const body = {
          ...{ geometry: bern, dataset_ids: [cover] },
          time_range: { start: '2020-01-01', end: '2019-01-01' }
        }
        const response = await instead({ body }).extract({ geometry: bern, datasetIds: [cover] })
        equal(byDataset(response, cover)?.timestamp, '2020-01-01T00:00:00')
      }
    },
    {
      id: 'extract.aggregation',
      title: 'Another aggregation and another reference system are ignored; the result says what was used',
      run: async ({ cas }) => {
        const response = await cas.extract({
          ...{ geometry: kansas, datasetIds: ['demo_terrain:slope'] },
          ...{ aggregation: 'max', targetCrs: 'EPSG:3857' }
        })
        const { value, aggregation } = byDataset(response, 'demo_terrain:slope') ?? {}
        deepEqual([value, aggregation], [15.067, 'mean'])
      }
    },
    {
      id: 'extract.order',
      title: 'Cached results come first, whatever the order of the request',
      run: async ({ cas }) => {
        const geometry = newPoint(55.5)
        const datasetIds = ['demo_climate:temperature', cover, 'demo_terrain:slope']
        await cas.extract({ geometry, datasetIds: ['demo_terrain:slope'] })
        const response = await cas.extract({ geometry, datasetIds })
        deepEqual(ids(response), ['demo_terrain:slope', 'demo_climate:temperature', cover])
        equal(byDataset(response, 'demo_climate:temperature')?.value, 2.25)
      }
    },
    {
      id: 'extract.grouped',
      title: 'Datasets of one provider come together',
      run: async ({ cas }) => {
        const datasetIds = ['demo_terrain:slope', cover, elevation]
        deepEqual(ids(await cas.extract({ geometry: newPoint(12.5), datasetIds })), [
          ...['demo_terrain:slope', elevation, cover]
        ])
      }
    },
    {
      id: 'extract.duplicates',
      title: 'A dataset that is requested twice has two results',
      run: async ({ instead }) => {
        const twice = instead({ body: { geometry: bern, dataset_ids: [elevation, elevation] } })
        const { results } = await twice.extract({ geometry: bern, datasetIds: [elevation] })
        deepEqual(
          results.map(({ dataset_id, value }) => [dataset_id, value]),
          [
            [elevation, 548.2],
            [elevation, 548.2]
          ]
        )
      }
    }
  ]
}
