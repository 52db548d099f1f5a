import { deepEqual, equal, match } from 'node:assert/strict'
import type { Area } from '@geoclients/contract-core'
import {
  byDataset,
  type ExtractRow,
  extractAgain,
  type FetchMiddleware,
  type GeometryLike,
  type Point,
  type StreamWarning
} from '../../src/index.ts'
import { type CasContext, failureOf } from '../context.ts'
import { bern, circle, kansas } from '../places.ts'

const elevation = 'demo_terrain:elevation'
const landCover = 'demo_land:land_cover'

const points = (count: number): Point[] =>
  Array.from({ length: count }, (_, i) => ({ type: 'Point', coordinates: [i / 4, 0] }))

async function collect<T>(source: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = []
  for await (const item of source) items.push(item)
  return items
}

/** The elevation of each row, or the code of its error. */
function outcomes(rows: readonly ExtractRow<unknown>[]): unknown[] {
  return rows.map((row) => (row.ok ? byDataset(row.response, elevation)?.value : row.error.code))
}

// That a run goes on after a 429 is left to extract-all-failures.test.ts: servers have no virtual clock, it would take a real minute.
export const streams: Area<CasContext> = {
  title: 'Any number of geometries',
  features: [
    {
      id: 'streams.order',
      title: 'Several simultaneous batches give one row per item, in order',
      run: async ({ cas }) => {
        const rows = await collect(cas.extractAll(points(25), { datasetIds: [elevation] }, { batchSize: 10 }))
        deepEqual(
          rows.map(({ index }) => index),
          points(25).map((_, i) => i)
        )
        deepEqual(
          outcomes(rows),
          points(25).map((_, i) => 400 + i / 4)
        )
      }
    },
    {
      id: 'streams.bad-item',
      title: 'An invalid item fails alone',
      run: async ({ cas }) => {
        const source = [bern, { type: 'Point', coordinates: [181, 0] }, kansas] as GeometryLike[]
        const rows = await collect(cas.extractAll(source, { datasetIds: [elevation] }))
        deepEqual(outcomes(rows), [548.2, 'invalid-argument', 420.6])
      }
    },
    {
      id: 'streams.too-complex',
      title: 'A geometry that only the service finds too complex fails alone',
      run: async ({ cas, server }) => {
        const source = [bern, circle(server.maxVertices + 1), kansas]
        const rows = await collect(cas.extractAll(source, { datasetIds: [elevation] }, { onWarning: () => {} }))
        deepEqual(outcomes(rows), [548.2, 'geometry-failed', 420.6])
        const [, bad] = rows
        if (bad && !bad.ok) match(bad.error.message, /vertices/)
      }
    },
    {
      id: 'streams.many-datasets',
      title: 'More datasets than a request may name are joined',
      run: async ({ cas }) => {
        const datasetIds = [elevation, ...Array.from({ length: 55 }, (_, i) => `demo_terrain:none_${i}`), landCover]
        const onWarning = (): void => {}
        const [row] = await collect(cas.extractAll([bern], { datasetIds }, { onWarning }))
        if (!row?.ok) throw row?.error
        deepEqual(
          row.response.results.map(({ dataset_id }) => dataset_id),
          [elevation, landCover]
        )
        equal(row.response.warnings.length, 55)
      }
    },
    {
      id: 'streams.start-at',
      title: 'A run continues where another one ended',
      run: async ({ cas }) => {
        const options = { batchSize: 2, startAt: 3 }
        const rows = await collect(cas.extractAll(points(6), { datasetIds: [elevation] }, options))
        deepEqual(
          rows.map(({ index }) => index),
          [3, 4, 5]
        )
        deepEqual(outcomes(rows), [400.75, 401, 401.25])
      }
    },
    {
      id: 'streams.abort',
      title: 'An abort ends a run and loses none of the rows before',
      run: async ({ cas }) => {
        const controller = new AbortController()
        const { signal } = controller
        const seen: number[] = []
        const read = async (): Promise<void> => {
          for await (const { index } of cas.extractAll(
            points(25),
            { datasetIds: [elevation] },
            { batchSize: 5, signal }
          )) {
            seen.push(index)
            if (index === 6) controller.abort()
          }
        }
        equal((await failureOf(read())).code, 'aborted')
        deepEqual(seen, [0, 1, 2, 3, 4, 5, 6])
      }
    },
    {
      id: 'streams.halving',
      title: 'A batch that the service refuses is halved until the refused item is isolated',
      run: async ({ client, server: { apiKey } }) => {
        // The client would never send it: it takes the place of one point on the wire.
        const [point, line] = [
          '{"type":"Point","coordinates":[0.75,0]}',
          '{"type":"LineString","coordinates":[[0,0],[1,1]]}'
        ]
        const use: FetchMiddleware = (next) => (input, init) =>
          next(input, { ...init, body: String(init?.body).replace(point, line) })
        const rows = await collect(client({ apiKey, use: [use] }).extractAll(points(8), { datasetIds: [elevation] }))
        deepEqual(outcomes(rows), [400, 400.25, 400.5, 'http-status', 401, 401.25, 401.5, 401.75])
        const [, , , bad] = rows
        if (bad && !bad.ok) deepEqual([bad.error.status, bad.error.errorType], [422, 'validation_error'])
      }
    },
    {
      id: 'streams.request-fault',
      title: 'An error that every request meets ends a run after the second identical refusal',
      run: async ({ client, server: { apiKey } }) => {
        let requests = 0
        // The client would never send such a time.
        const use: FetchMiddleware = (next) => (input, init) => {
          requests++
          return next(input, { ...init, body: String(init?.body).replace('2020-01-01', '2020-02-30') })
        }
        const request = { datasetIds: [elevation], timeRange: ['2020-01-01', '2020-12-31'] } as const
        const rows = client({ apiKey, use: [use] }).extractAll(points(8), request)
        const { status, detail } = await failureOf(collect(rows))
        deepEqual([status, detail?.[0]?.loc, requests], [422, ['body', 'time_range', 'start'], 2])
      }
    },
    {
      id: 'streams.again',
      title: 'Only failed datasets are requested again',
      run: async ({ client, server: { apiKey } }) => {
        const asked: string[][] = []
        const use: FetchMiddleware = (next) => (input, init) => {
          asked.push(JSON.parse(String(init?.body)).dataset_ids)
          // The provider is back for the second request.
          const body = String(init?.body)
          return next(input, {
            ...init,
            body: asked.length > 1 ? body.replace('demo_faults:unreachable', landCover) : body
          })
        }
        const datasetIds = [elevation, 'demo_faults:unreachable']
        const cas = client({ apiKey, use: [use] })
        const quiet = { onWarning: () => {} }
        const failed = await collect(cas.extractAll([bern], { datasetIds }, quiet))
        const [row] = await collect(extractAgain(cas, failed, { datasetIds }, quiet))
        deepEqual(asked, [datasetIds, ['demo_faults:unreachable']])
        const found = row?.ok && row.response.results.map(({ dataset_id }) => dataset_id)
        deepEqual([found, row?.index], [[elevation, landCover], 0])
      }
    },
    {
      id: 'streams.enrich',
      title: 'Features come back with numbers, distributions, quality and nothing lost',
      run: async ({ cas }) => {
        const features = [{ type: 'Feature' as const, geometry: bern, properties: { name: 'Bern' } }]
        const datasetIds = [elevation, landCover, 'demo_faults:unreachable']
        const [row] = await collect(
          cas.enrich(features, { datasetIds, prefix: 'cas_', quality: true }, { onWarning: () => {} })
        )
        deepEqual(row?.feature.properties, {
          ...{ name: 'Bern', cas_elevation: 548.2, cas_elevation_quality: 'good', cas_land_cover_quality: 'good' },
          ...{ 'cas_land_cover.tree_cover': 0.76, 'cas_land_cover.grassland': 0.12, 'cas_land_cover.cropland': 0.12 },
          ...{ cas_unreachable: null, cas_unreachable_quality: 'failed' }
        })
      }
    },
    {
      id: 'streams.other-aggregation',
      title: 'A different aggregation than requested is reported once per dataset',
      run: async ({ cas }) => {
        const told: unknown[] = []
        const features = [bern, kansas].map((geometry) => ({ type: 'Feature' as const, geometry, properties: null }))
        const onWarning = ({ message: _, ...other }: StreamWarning): void => void told.push(other)
        await collect(cas.enrich(features, { datasetIds: [elevation], aggregation: 'max' }, { onWarning }))
        deepEqual(told, [{ kind: 'other-aggregation', datasetId: elevation, used: 'mean' }])
      }
    },
    {
      id: 'streams.find-datasets',
      title: 'Datasets are found by variable, place and resolution, the finest first',
      run: async ({ cas }) => {
        const found = async (wanted: Parameters<typeof cas.findDatasets>[0]) =>
          (await cas.findDatasets(wanted)).map(({ id }) => id)
        deepEqual(await found({ variable: 'elevation', at: [7.5, 46.9] }), [elevation, 'demo_terrain:elevation_1km'])
        deepEqual(await found({ variable: 'clay', at: [7.5, 46.9] }), ['demo_soil:clay_0-5cm'])
        deepEqual(await found({ variable: 'clay', at: [-96.5, 39] }), [])
        deepEqual(await found({ temporalType: 'hourly', maxResolution: 9_000 }), ['demo_climate:temperature'])
      }
    }
  ]
}
