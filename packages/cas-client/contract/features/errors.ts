import { deepEqual, equal, match, ok } from 'node:assert/strict'
import type { Area, Feature } from '@geoclients/contract-core'
import { byDataset } from '../../src/index.ts'
import { type CasContext, failureOf, type Instead } from '../context.ts'
import { bern, circle, tooDeep } from '../places.ts'

const datasetIds = ['demo_terrain:slope']
const tooMany = Array.from({ length: 51 }, (_, index) => `demo_terrain:d${index}`)

/** An error of the web framework below the service: no envelope, and a name in the header alone. */
const framework = (
  id: string,
  title: string,
  request: Instead,
  status: number,
  message: RegExp
): Feature<CasContext> => ({
  id: `errors.${id}`,
  title,
  run: async ({ instead }) => {
    const error = await failureOf(instead(request).providers())
    deepEqual([error.code, error.status], ['http-status', status])
    deepEqual([error.errorType, error.detail], [undefined, undefined])
    match(error.message, message)
    match(error.requestId ?? '', /^[0-9a-f]{12}$/)
  }
})

export const errors: Area<CasContext> = {
  title: 'Other errors',
  features: [
    {
      id: 'errors.datasets',
      title: 'More than 50 datasets: 422 request_limit',
      run: async ({ instead }) => {
        const sent = { geometry: bern, dataset_ids: tooMany }
        const error = await failureOf(instead({ body: sent }).extract({ geometry: bern, datasetIds }))
        deepEqual([error.status, error.errorType, error.detail], [422, 'request_limit', undefined])
        match(error.message, /\b51\b/)
      }
    },
    {
      id: 'errors.datasets-batch',
      title: 'More than 50 datasets in a batch: 422 request_limit',
      run: async ({ instead }) => {
        const sent = { geometries: [bern], dataset_ids: tooMany }
        const error = await failureOf(instead({ body: sent }).batchExtract({ geometries: [bern], datasetIds }))
        deepEqual([error.status, error.errorType], [422, 'request_limit'])
      }
    },
    {
      id: 'errors.vertices',
      title: 'More vertices than the server allows: 422 request_limit',
      run: async ({ instead, server: { maxVertices } }) => {
        const sent = { geometry: circle(maxVertices + 1), dataset_ids: datasetIds }
        const error = await failureOf(instead({ body: sent }).extract({ geometry: bern, datasetIds }))
        deepEqual([error.status, error.errorType, error.detail], [422, 'request_limit', undefined])
        match(error.message, new RegExp(`\\b${maxVertices + 1}\\b`))
      }
    },
    {
      id: 'errors.most-vertices',
      title: 'As many vertices as the server allows',
      run: async ({ cas, server }) => {
        const response = await cas.extract({ geometry: circle(server.maxVertices), datasetIds })
        ok(byDataset(response, 'demo_terrain:slope'))
      }
    },
    framework('route', 'An unknown route: 404', { path: '/api/v1/nope' }, 404, /Not Found/),
    framework('method', 'A method that is not offered: 405', { method: 'DELETE' }, 405, /Not Allowed/),
    framework(
      'no-text',
      'A body that is no text: 400',
      {
        ...{ path: '/api/v1/extract', method: 'POST', body: new Uint8Array([0x7b, 0xff]) },
        headers: { 'Content-Type': 'application/json' }
      },
      400,
      /body/
    ),
    {
      id: 'errors.head',
      title: 'HEAD is not supported: 405',
      run: async ({ instead }) => {
        const error = await failureOf(instead({ method: 'HEAD' }).health())
        deepEqual([error.code, error.status], ['http-status', 405])
      }
    },
    {
      id: 'errors.internal',
      title: 'A geometry that is nested too deeply gives 500 internal_error',
      run: async ({ instead }) => {
        const sent = `{"geometry": ${tooDeep}, "dataset_ids": ["demo_terrain:slope"]}`
        const error = await failureOf(instead({ body: sent }).extract({ geometry: bern, datasetIds }))
        deepEqual([error.code, error.status, error.errorType], ['http-status', 500, 'internal_error'])
        match(error.requestId ?? '', /^[0-9a-f]{12}$/)
      }
    },
    {
      id: 'errors.slash',
      title: 'A trailing slash: the redirect is followed, even with a body',
      run: async ({ instead }) => {
        const providers = await instead({ path: '/api/v1/providers/?limit=1' }).providers()
        equal(providers.count, 1)
        const extract = instead({ path: '/api/v1/extract/' }).extract({ geometry: bern, datasetIds })
        equal(byDataset(await extract, 'demo_terrain:slope')?.value, 6.044)
      }
    }
  ]
}
