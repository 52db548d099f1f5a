import { expect, test } from 'vitest'
import type { GeometryLike } from '../request/geometry.ts'
import { clientOf, fakeService, json } from './fake-service.ts'
import { rejection } from './outcome.ts'
import { extraction, point } from './samples.ts'

const datasetIds = ['a:b']

/** Tests that each geometry is refused with this message before anything is sent, alone and among others. */
export function testRefused(cases: readonly (readonly [what: string, geometry: unknown, message: string])[]): void {
  test.each(cases)('%s is refused before anything is sent', async (_, geometry, message) => {
    const service = fakeService({})
    const error = await rejection(clientOf(service).extract({ geometry: geometry as GeometryLike, datasetIds }))
    expect(error).toMatchObject({ name: 'CasError', code: 'invalid-argument', message })
    expect(service.seen).toEqual([])
  })

  test.each(cases)('%s among others is refused with its place', async (_, geometry, message) => {
    const service = fakeService({})
    const geometries = Array.from({ length: 20 }, (_, i) => (i === 17 ? (geometry as GeometryLike) : point))
    const error = await rejection(clientOf(service).batchExtract({ geometries, datasetIds }))
    expect(error).toMatchObject({ code: 'invalid-argument', message: message.replace('geometry', 'geometries[17]') })
    expect(service.seen).toEqual([])
  })
}

/** Tests that each geometry is sent as it is. */
export function testSent(cases: readonly (readonly [what: string, geometry: unknown])[]): void {
  test.each(cases)('%s is sent as it is', async (_, geometry) => {
    const service = fakeService({ 'POST /attributes/api/v1/extract': json(extraction(datasetIds)) })
    await clientOf(service).extract({ geometry: geometry as GeometryLike, datasetIds })
    expect(JSON.parse(String(service.only().body)).geometry).toEqual(geometry)
  })
}
