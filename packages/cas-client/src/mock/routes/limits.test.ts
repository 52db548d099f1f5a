import { expect, test } from 'vitest'
import type { GeoJsonGeometry } from '../../generated/types.ts'
import { box, createTestKit, point } from '../test-kit.ts'

const ids = ['demo_terrain:slope']
const SINGLE = '/api/v1/extract'
const BATCH = '/api/v1/extract/batch'
const many = <T>(count: number, item: T): T[] => Array.from({ length: count }, () => item)

/** A ring of so many vertices, there and back again. */
function ring(vertices: number): GeoJsonGeometry {
  const there = Array.from({ length: vertices - 1 }, (_, index) => [index / vertices, 0])
  return { type: 'Polygon', coordinates: [[...there, [0, 0]]] }
}

test('50 datasets and no more, also in a batch', async () => {
  const { post, refusal } = createTestKit()
  for (const [path, geometry] of [
    [SINGLE, { geometry: point(1, 2) }],
    [BATCH, { geometries: [point(1, 2)] }]
  ] as const) {
    expect((await post(path, { ...geometry, dataset_ids: many(50, 'nope:x') })).status).toBe(200)
    const refused = await refusal(post(path, { ...geometry, dataset_ids: many(51, 'nope:x') }))
    expect(refused).toMatchObject({ status: 422, type: 'request_limit', message: expect.stringContaining('51') })
    expect(refused.detail).toBeUndefined()
  }
})

test('10 000 vertices and no more', async () => {
  const { post, extract, refusal } = createTestKit()
  expect((await extract(ring(10_000), ids)).results).toHaveLength(1)
  expect(await refusal(post(SINGLE, { geometry: ring(10_001), dataset_ids: ids }))).toMatchObject({
    status: 422,
    type: 'request_limit',
    message: expect.stringContaining('10001')
  })
})

test('vertices of all polygons and holes count', async () => {
  const { post, refusal } = createTestKit({ maxVertices: 14 })
  const [outer] = box(0, 0, 9, 9).coordinates
  const [hole] = box(1, 1, 2, 2).coordinates
  const geometry = { type: 'MultiPolygon', coordinates: [[outer, hole], [outer]] }
  expect((await refusal(post(SINGLE, { geometry, dataset_ids: ids }))).message).toContain('15')
})

test('1000 geometries and no more', async () => {
  const { post, batch, refusal } = createTestKit()
  expect(await batch(many(1000, point(1, 2)), ids)).toMatchObject({ total_geometries: 1000, total_results: 1000 })
  const geometries = many(1001, point(1, 2))
  const { detail } = await refusal(post(BATCH, { geometries, dataset_ids: ids }))
  expect(detail).toEqual([
    {
      type: 'too_long',
      loc: ['body', 'geometries'],
      msg: expect.any(String),
      input: geometries,
      ctx: { field_type: 'List', max_length: 1000, actual_length: 1001 }
    }
  ])
})

test('limits can be lower', async () => {
  const { post, refusal } = createTestKit({ maxDatasets: 1, maxVertices: 4 })
  const two = { geometry: point(1, 2), dataset_ids: ['a:b', 'c:d'] }
  expect((await refusal(post(SINGLE, two))).type).toBe('request_limit')
  expect((await refusal(post(SINGLE, { geometry: box(0, 0, 1, 1), dataset_ids: ids }))).type).toBe('request_limit')
})

test('a batch keeps the order of its geometries and counts its results', async () => {
  const { batch } = createTestKit()
  const geometries = [point(1, 2), box(0, 0, 1, 1), point(3, 4)]
  const answer = await batch(geometries, ['demo_terrain:elevation', 'demo_faults:unreachable'])
  expect(answer).toMatchObject({ total_geometries: 3, total_results: 3, request_id: '000000000002' })
  expect(answer.responses.map(({ results }) => results[0]?.value)).toEqual([407, 402, 415])
  expect(new Set(answer.responses.map(({ request_id }) => request_id)).size).toBe(3)
  expect(answer.responses.map(({ warnings }) => warnings.length)).toEqual([1, 1, 1])
})

test('a geometry that is too complex is an error in its place, and fails no other', async () => {
  const { batch } = createTestKit({ maxVertices: 4 })
  const answer = await batch([box(0, 0, 1, 1), point(1, 2)], ids)
  expect(answer.total_results).toBe(1)
  expect(answer.responses[0]).toEqual({
    request_id: answer.request_id,
    geometry_hash: 'error',
    results: [],
    warnings: ['The geometry has 5 vertices, the limit is 4'],
    elapsed_ms: 0
  })
  expect(answer.responses[1]?.results).toHaveLength(1)
})

test('ten geometries are worked on at a time', async () => {
  const { batch, clock } = createTestKit({ providerTimeout: 1000 })
  const answer = batch(
    Array.from({ length: 21 }, (_, index) => point(index, 0)),
    ['demo_faults:slow']
  )
  await clock.advance(3000)
  expect((await answer).elapsed_ms).toBe(3000)
})
