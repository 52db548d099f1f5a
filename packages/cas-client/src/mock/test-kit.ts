import { createVirtualClock, type VirtualClock } from '@geoclients/mock-core'
import type { AttributeResponse, BatchAttributeResponse, ErrorInfo, GeoJsonGeometry } from '../generated/types.ts'
import { type CasMock, type CasMockOptions, createCasMock } from './cas-mock.ts'

/** A mock on a virtual clock and short ways to ask it, for the tests of the mock. */
export interface TestKit {
  readonly mock: CasMock
  readonly clock: VirtualClock
  ask(path: string, init?: RequestInit): Promise<Response>
  /** Sends JSON; a string goes as it is. */
  post(path: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<Response>
  extract(geometry: GeoJsonGeometry, datasetIds: readonly string[], more?: object): Promise<AttributeResponse>
  batch(geometries: readonly GeoJsonGeometry[], datasetIds: readonly string[]): Promise<BatchAttributeResponse>
  /** Status and envelope of a refusal. */
  refusal(response: Promise<Response>): Promise<ErrorInfo & { readonly status: number }>
}

export function createTestKit(options: CasMockOptions = {}): TestKit {
  const clock = createVirtualClock()
  const mock = createCasMock({ clock, ...options })
  const ask: TestKit['ask'] = (path, init) => mock.fetch(mock.baseUrl + path, init)
  const post: TestKit['post'] = (path, body, headers = {}) =>
    ask(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body)
    })
  return {
    mock,
    clock,
    ask,
    post,
    extract: async (geometry, datasetIds, more = {}) =>
      (await post('/api/v1/extract', { geometry, dataset_ids: datasetIds, ...more })).json(),
    batch: async (geometries, datasetIds) =>
      (await post('/api/v1/extract/batch', { geometries, dataset_ids: datasetIds })).json(),
    refusal: async (answer) => {
      const response = await answer
      return { status: response.status, ...(await response.json()).error }
    }
  }
}

export const point = (longitude: number, latitude: number): GeoJsonGeometry => ({
  type: 'Point',
  coordinates: [longitude, latitude]
})

/** The box as a polygon, anticlockwise. */
export const box = (west: number, south: number, east: number, north: number): GeoJsonGeometry => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south]
    ]
  ]
})
