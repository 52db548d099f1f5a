import { json, type Route, sleep } from '@geoclients/mock-core'
import type { AttributeResponse, BatchAttributeResponse, GeoJsonGeometry } from '../../generated/types.ts'
import { requestLimit, ServiceFailure } from '../errors.ts'
import { countVertices } from '../extraction/extent.ts'
import { extract } from '../extraction/extraction.ts'
import { type ExtractionOptions, readBatch, readExtraction } from '../validation/extraction-request.ts'
import { readJsonBody } from '../validation/json-body.ts'
import type { World } from '../world.ts'

/** Geometries of a batch that the service works on at the same time. */
const AT_ONCE = 10

/** Attributes of one geometry and of many. */
export function extractRoutes(world: World): Route[] {
  return [
    {
      method: 'POST',
      template: '/api/v1/extract',
      handle: async ({ request }) => {
        const body = await readJsonBody(request)
        world.admission.admit(request)
        const { geometry, ...options } = readExtraction(body)
        checkDatasets(world, options)
        checkVertices(world, geometry)
        const answer: AttributeResponse = { request_id: world.ids.next(), ...extract(world, geometry, options) }
        await pass(world, answer.elapsed_ms, request.signal)
        return json(answer)
      }
    },
    {
      method: 'POST',
      template: '/api/v1/extract/batch',
      handle: async ({ request }) => {
        const body = await readJsonBody(request)
        world.admission.admit(request)
        const { geometries, ...options } = readBatch(body)
        checkDatasets(world, options)
        const answer = extractBatch(world, geometries, options)
        await pass(world, answer.elapsed_ms, request.signal)
        return json(answer)
      }
    }
  ]
}

function extractBatch(
  world: World,
  geometries: readonly GeoJsonGeometry[],
  options: ExtractionOptions
): BatchAttributeResponse {
  const requestId = world.ids.next()
  const responses = geometries.map((geometry): AttributeResponse => {
    try {
      checkVertices(world, geometry)
      return { request_id: world.ids.next(), ...extract(world, geometry, options) }
    } catch (error) {
      if (!(error instanceof ServiceFailure)) throw error
      return { request_id: requestId, geometry_hash: 'error', results: [], warnings: [error.message], elapsed_ms: 0 }
    }
  })
  let elapsed = 0
  for (let at = 0; at < responses.length; at += AT_ONCE) {
    elapsed += Math.max(...responses.slice(at, at + AT_ONCE).map(({ elapsed_ms }) => elapsed_ms))
  }
  return {
    request_id: requestId,
    responses,
    total_geometries: geometries.length,
    total_results: responses.reduce((sum, { results }) => sum + results.length, 0),
    elapsed_ms: elapsed
  }
}

function checkDatasets({ maxDatasets }: World, { datasetIds }: ExtractionOptions): void {
  if (datasetIds.length > maxDatasets) {
    throw requestLimit(`${datasetIds.length} datasets are too many, the limit is ${maxDatasets}`)
  }
}

function checkVertices({ maxVertices }: World, geometry: GeoJsonGeometry): void {
  const count = countVertices(geometry)
  if (count > maxVertices) throw requestLimit(`The geometry has ${count} vertices, the limit is ${maxVertices}`)
}

async function pass({ clock }: World, duration: number, signal: AbortSignal): Promise<void> {
  if (duration > 0) await sleep(clock, duration, signal)
}
