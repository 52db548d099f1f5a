import { deepEqual, equal, match } from 'node:assert/strict'
import type { Area, Feature } from '@geoclients/contract-core'
import { byDataset, failedDatasets } from '../../src/index.ts'
import type { CasContext } from '../context.ts'
import { bern, polygon } from '../places.ts'

const slope = 'demo_terrain:slope'

/** A dataset without a result beside one with a result: the reason is in the warnings. */
const absent = (id: string, title: string, datasetId: string, reason: RegExp): Feature<CasContext> => ({
  id: `failures.${id}`,
  title,
  run: async ({ cas }) => {
    const datasetIds = [datasetId, slope]
    const response = await cas.extract({ geometry: bern, datasetIds })
    deepEqual(
      response.results.map(({ dataset_id, value }) => [dataset_id, value]),
      [[slope, 6.044]]
    )
    const failed = failedDatasets(response, { datasetIds })
    deepEqual([...failed.keys()], [datasetId])
    match(failed.get(datasetId) ?? '', reason)
  }
})

/** A geometry that the service does not look into: its providers cannot use it. */
const useless = (id: string, title: string, geometry: object): Feature<CasContext> => ({
  id: `failures.${id}`,
  title,
  run: async ({ instead }) => {
    const body = { geometry, dataset_ids: [slope] }
    const response = await instead({ body }).extract({ geometry: bern, datasetIds: [slope] })
    deepEqual(response.results, [])
    match(failedDatasets(response, { datasetIds: [slope] }).get(slope) ?? '', /^the geometry has /)
  }
})

export const failures: Area<CasContext> = {
  title: 'Datasets that fail: 200, without a result and with a warning',
  features: [
    absent('unknown-provider', 'An unknown provider', 'nope:x', /nope/),
    absent('unknown-dataset', 'An unknown dataset', 'demo_soil:nope', /^\[demo_soil\] there is no such dataset$/),
    absent(
      'provider-error',
      'A provider that answers with an error',
      'demo_faults:unreachable',
      /^\[demo_faults\] the archive answered 503$/
    ),
    absent('timeout', 'A provider that takes too long', 'demo_faults:slow', /^timeout after \d+s$/),
    absent(
      'unforeseen',
      'A provider that fails in an unforeseen way',
      'demo_faults:defective',
      /^the archive sent a grid without cells$/
    ),
    {
      id: 'failures.all',
      title: 'All datasets at once',
      run: async ({ cas }) => {
        const datasetIds = ['demo_faults:unreachable', 'nope:x', 'demo_soil:nope']
        const response = await cas.extract({ geometry: bern, datasetIds })
        equal(byDataset(response, 'nope:x'), undefined)
        deepEqual(response.results, [])
        deepEqual([...failedDatasets(response, { datasetIds }).keys()], datasetIds)
        equal(response.warnings.length, 3)
      }
    },
    useless('open-ring', 'A ring that is not closed', polygon([0, 0], [1, 0], [1, 1])),
    useless('text-coordinates', 'Text as coordinates', { type: 'Point', coordinates: ['a', 'b'] })
  ]
}
