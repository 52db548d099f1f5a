import { expect, test } from 'vitest'
import type { Point } from '../generated/types.ts'
import { points, refusal } from '../testing/batch-service.ts'
import { collect } from '../testing/outcome.ts'
import { batchOf, extraction } from '../testing/samples.ts'
import { passing, streaming } from '../testing/streaming.ts'
import { enrichAgain, extractAgain, hasFailed } from './again.ts'

const datasetIds = ['a:b', 'a:c', 'a:d']
const request = { datasetIds }
const quiet = { onWarning: () => {}, batchSize: 1, concurrency: 1 }
const features = points(4).map((geometry, i) => ({ type: 'Feature' as const, geometry, properties: { i } }))

/** Of the first run, item 1 fails as a whole and item 2 for one dataset; whatever comes later is answered. */
function world() {
  let turns = 0
  const { clock, service, cas } = streaming(() => {
    const turn = turns++
    if (turn === 1) return refusal(422)
    return turn === 2
      ? Response.json(batchOf(extraction(['a:b', 'a:d'], ['a:c: Extraction failed for a:c: timeout'])))
      : undefined
  })
  return { clock, service, cas }
}

test('rows that failed are asked for again as a whole, others for the datasets that failed, the rest not at all', async () => {
  const { clock, service, cas } = world()
  const rows = await passing(clock, collect(cas.extractAll(points(4), request, { ...quiet, retry: false })))
  const failed = rows.filter((row) => hasFailed(row, request))
  expect(failed.map(({ index }) => index)).toEqual([1, 2])
  service.seen.length = 0
  const again = await passing(clock, collect(extractAgain(cas, failed, request, quiet)))
  expect(service.seen.map(({ body }) => [body.dataset_ids, body.geometries])).toEqual([
    [datasetIds, [points(4)[1]]],
    [['a:c'], [points(4)[2]]]
  ])
  expect(again.map(({ ok, index, input }) => [ok, index, input])).toEqual([
    [true, 1, points(4)[1]],
    [true, 2, points(4)[2]]
  ])
  const ids = again.map((row) => row.ok && row.response.results.map(({ dataset_id }) => dataset_id).toSorted())
  expect(ids).toEqual([datasetIds, datasetIds])
  expect(again.flatMap((row) => (row.ok ? row.response.warnings : []))).toEqual([])
  expect(again.some((row) => hasFailed(row, request))).toBe(false)
})

test('all rows may be given: those without a failure come as they are, in order', async () => {
  const { clock, cas, service } = world()
  const rows = await passing(clock, collect(cas.extractAll(points(4), request, { ...quiet, retry: false })))
  service.seen.length = 0
  const again = await passing(clock, collect(extractAgain(cas, rows, request, quiet)))
  expect(again.map(({ index }) => index)).toEqual([0, 1, 2, 3])
  expect([again[0], again[3]]).toEqual([rows[0], rows[3]])
  expect(service.seen).toHaveLength(2)
})

test('an input that is a list, and no geometry, keeps its place', async () => {
  const { clock, cas } = streaming((_, turn) => (turn === 0 ? refusal(422) : undefined))
  const inputs = [[], points(1)[0], points(2)[1]] as Point[] // on purpose: a caller without types
  const rows = await passing(clock, collect(cas.extractAll(inputs, request, { ...quiet, retry: false })))
  expect(rows.map(({ ok }) => ok)).toEqual([false, false, true])
  const again = await passing(clock, collect(extractAgain(cas, rows, request, { ...quiet, retry: false })))
  expect(again.map(({ ok, index, input }) => [ok, index, input])).toEqual([
    [false, 0, []],
    [true, 1, inputs[1]],
    [true, 2, inputs[2]]
  ])
})

test('what fails again takes nothing away', async () => {
  const { cas, clock } = streaming((_, turn) =>
    turn === 0 ? Response.json(batchOf(extraction(['a:b']))) : refusal(422)
  )
  const rows = await passing(clock, collect(cas.extractAll(points(1), request, { ...quiet, retry: false })))
  expect(await passing(clock, collect(extractAgain(cas, rows, request, { ...quiet, retry: false })))).toEqual(rows)
})

test('features get the properties of both runs', async () => {
  const { clock, cas } = world()
  const rows = await passing(clock, collect(cas.enrich(features, request, { ...quiet, retry: false })))
  expect(rows[2]?.feature.properties).toMatchObject({ i: 2, c: null, c_quality: 'failed' })
  const again = await passing(clock, collect(enrichAgain(cas, rows, request, quiet)))
  expect(again.map(({ feature }) => Object.keys(feature.properties))).toEqual(Array(4).fill(['i', 'b', 'c', 'd']))
})

test('a request without datasets is refused', async () => {
  const { cas } = streaming()
  await expect(collect(extractAgain(cas, [], {} as typeof request))).rejects.toMatchObject({ code: 'invalid-argument' })
})
