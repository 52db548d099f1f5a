import { afterEach, expect, test, vi } from 'vitest'
import { CasClient } from '../../client/cas-client.ts'
import { createCasMock } from '../../mock/cas-mock.ts'
import { collect } from '../../testing/outcome.ts'
import type { StreamWarning } from '../warnings.ts'
import type { EnrichRequest } from './enrich.ts'

afterEach(() => vi.restoreAllMocks())

const elevation = 'demo_terrain:elevation'
const landCover = 'demo_land:land_cover'
const typo = 'demo_terrain:elevaton'
const bern = feature([7.45, 46.95])

function feature(coordinates: number[]) {
  return { type: 'Feature' as const, geometry: { type: 'Point' as const, coordinates }, properties: null }
}

async function warningsOf(request: EnrichRequest, options: object = {}) {
  const mock = createCasMock()
  const cas = new CasClient({ baseUrl: mock.baseUrl, fetch: mock.fetch, retry: false })
  const told: StreamWarning[] = []
  const onWarning = (one: StreamWarning): void => void told.push(one)
  const rows = await collect(cas.enrich([bern, bern, feature([1, 1])], request, { onWarning, ...options }))
  expect(rows.map(({ ok }) => ok)).toEqual([true, true, true])
  return told
}

test('another aggregation than the one asked for is told once a dataset', async () => {
  const datasetIds = [elevation, landCover]
  expect(await warningsOf({ datasetIds, aggregation: 'max' })).toEqual([
    expect.objectContaining({ kind: 'other-aggregation', datasetId: elevation, used: 'mean' }),
    expect.objectContaining({ kind: 'other-aggregation', datasetId: landCover, used: 'distribution' })
  ])
  const told = await warningsOf({ datasetIds, aggregation: 'distribution' })
  expect(told).toMatchObject([{ datasetId: elevation, used: 'mean' }])
  expect(await warningsOf({ datasetIds })).toEqual([]) // nobody asked
})

test('a mistyped dataset is told with the first row, once, and at the end that it never had a value', async () => {
  const [first, last, ...more] = await warningsOf({ datasetIds: [elevation, typo] })
  expect(first).toEqual({
    kind: 'dataset-failed',
    datasetId: typo,
    index: 0,
    message: `${typo}: no result for source[0]: [demo_terrain] there is no such dataset`
  })
  expect(last).toEqual({ kind: 'no-value', datasetId: typo, message: `${typo}: no item of this run has a value` })
  expect(more).toEqual([])
})

test('it is told, too, where the others have a result for each of several aggregations', async () => {
  const told = await warningsOf({ datasetIds: [elevation, typo], aggregation: ['mean', 'max'] })
  expect(told.filter(({ kind }) => kind === 'dataset-failed')).toMatchObject([{ datasetId: typo, index: 0 }])
})

test('a dataset that has data nowhere is told at the end', async () => {
  expect(await warningsOf({ datasetIds: ['demo_soil:peat_depth', elevation] })).toMatchObject([
    { kind: 'no-value', datasetId: 'demo_soil:peat_depth' }
  ])
})

test('without a listener it is a warning on the console', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  await warningsOf({ datasetIds: [elevation], aggregation: 'max' }, { onWarning: undefined })
  expect(warn.mock.calls).toEqual([[`${elevation}: the service used the aggregation "mean" instead of "max"`]])
})

test('a run without an answer, and one that is left, tell nothing of values', async () => {
  const mock = createCasMock()
  const cas = new CasClient({ baseUrl: mock.baseUrl, fetch: mock.fetch, retry: false })
  const onWarning = vi.fn()
  await collect(cas.extractAll([], { datasetIds: [typo] }, { onWarning }))
  expect(onWarning).not.toHaveBeenCalled()
  for await (const _ of cas.extractAll([bern, bern], { datasetIds: [typo] }, { onWarning })) break
  expect(onWarning.mock.calls.map(([{ kind }]) => kind)).toEqual(['dataset-failed'])
})
