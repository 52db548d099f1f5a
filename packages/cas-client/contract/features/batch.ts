import { deepEqual, equal, match, notEqual } from 'node:assert/strict'
import type { Area } from '@geoclients/contract-core'
import { byDataset, failedDatasets, type GeometryLike, type Point } from '../../src/index.ts'
import type { CasContext } from '../context.ts'
import { bern, circle, kansas, polygon, tooDeep } from '../places.ts'

const elevation = 'demo_terrain:elevation'

export const batch: Area<CasContext> = {
  title: 'Batches',
  features: [
    {
      id: 'batch.order',
      title: 'One response for each geometry, in their order',
      run: async ({ cas }) => {
        const feature: GeometryLike = { type: 'Feature', geometry: bern, properties: null }
        const geometries: GeometryLike[] = [kansas, feature, { type: 'Point', coordinates: [-0.5, -20.25] }]
        const { responses, total_geometries, total_results } = await cas.batchExtract({
          ...{ geometries, datasetIds: [elevation] }
        })
        deepEqual([total_geometries, total_results], [3, 3])
        deepEqual(
          responses.map((response) => byDataset(response, elevation)?.value),
          [420.6, 548.2, 338.75]
        )
      }
    },
    {
      id: 'batch.failed-dataset',
      title: 'A dataset that fails is named in each response and not counted',
      run: async ({ cas }) => {
        const datasetIds = [elevation, 'demo_faults:unreachable']
        const { responses, total_results } = await cas.batchExtract({ geometries: [bern, kansas], datasetIds })
        equal(total_results, 2)
        for (const response of responses) {
          deepEqual([...failedDatasets(response, { datasetIds }).keys()], ['demo_faults:unreachable'])
        }
      }
    },
    {
      id: 'batch.too-complex',
      title: 'A geometry with too many vertices fails alone',
      run: async ({ cas, instead, server }) => {
        const datasetIds = [elevation, 'demo_terrain:slope']
        const geometries = [bern, circle(server.maxVertices + 1), circle(server.maxVertices)]
        const response = await instead({ body: { geometries, dataset_ids: datasetIds } }).batchExtract({
          ...{ geometries: [bern], datasetIds }
        })
        deepEqual([response.total_geometries, response.total_results], [3, 4])
        const [, bad] = response.responses
        deepEqual([bad?.geometry_hash, bad?.results, bad?.request_id], ['error', [], response.request_id])
        const failed = bad && failedDatasets(bad, { datasetIds })
        deepEqual([...(failed?.keys() ?? [])], datasetIds)
        match(failed?.get(elevation) ?? '', new RegExp(`\\b${server.maxVertices + 1}\\b`))
        notEqual((await cas.extract({ geometry: bern, datasetIds })).geometry_hash, 'error')
      }
    },
    {
      id: 'batch.useless-geometry',
      title: 'A geometry that cannot be used fails alone',
      run: async ({ instead }) => {
        const geometries = [polygon([0, 0], [1, 0], [1, 1]), bern]
        const { responses } = await instead({ body: { geometries, dataset_ids: [elevation] } }).batchExtract({
          ...{ geometries: [bern], datasetIds: [elevation] }
        })
        deepEqual(
          responses.map((response) => byDataset(response, elevation)?.value),
          [undefined, 548.2]
        )
      }
    },
    {
      id: 'batch.fault',
      title: 'A geometry that is nested too deeply fails alone',
      run: async ({ instead }) => {
        const body = `{"geometries": [${tooDeep}, ${JSON.stringify(bern)}], "dataset_ids": ["${elevation}"]}`
        const call = instead({ body }).batchExtract({ geometries: [bern], datasetIds: [elevation] })
        const { responses, total_results } = await call
        const [bad, good] = responses
        deepEqual([total_results, bad?.geometry_hash, bad?.results, bad?.warnings.length], [1, 'error', [], 1])
        equal(good && byDataset(good, elevation)?.value, 548.2)
      }
    },
    {
      id: 'batch.most',
      title: '1,000 geometries in one request',
      run: async ({ cas }) => {
        // Few places: the service takes long for each, and short for one that it knows.
        const geometries = Array.from(
          { length: 1_000 },
          (_, index): Point => ({
            ...{ type: 'Point', coordinates: [index % 7, 50] }
          })
        )
        const { responses, total_results } = await cas.batchExtract({ geometries, datasetIds: [elevation] })
        equal(total_results, 1_000)
        deepEqual(
          responses.map((response) => byDataset(response, elevation)?.value),
          geometries.map((_, index) => 550 + (index % 7))
        )
      }
    },
    {
      id: 'batch.names',
      title: 'The batch and each of its responses have their own request ids',
      run: async ({ cas }) => {
        const response = await cas.batchExtract({ geometries: [bern, kansas], datasetIds: [elevation] })
        const names = [response, ...response.responses].map(({ request_id }) => request_id)
        for (const name of names) match(name, /^[0-9a-f]{12}$/)
        equal(new Set(names).size, 3)
      }
    }
  ]
}
