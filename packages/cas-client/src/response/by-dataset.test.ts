import { expect, test } from 'vitest'
import { batchOf, extraction, resultOf } from '../testing/samples.ts'
import { byDataset, failedDatasets } from './by-dataset.ts'

test('byDataset finds a result by its id, wherever it stands', () => {
  const response = extraction(['local:landcover', 'local:dem'])
  expect(byDataset(response, 'local:dem')).toBe(response.results[1])
  expect(byDataset(response, 'local:landcover')).toBe(response.results[0])
})

test('byDataset does not take a part of an id for the id', () => {
  const response = extraction(['local:dem_30m'])
  expect(byDataset(response, 'local:dem')).toBeUndefined()
  expect(byDataset(response, 'dem_30m')).toBeUndefined()
  expect(byDataset(response, '')).toBeUndefined()
})

test('byDataset takes the first of two for the same id', () => {
  const response = extraction(['local:dem', 'local:dem'])
  expect(byDataset(response, 'local:dem')).toBe(response.results[0])
})

const failed = (response: Parameters<typeof failedDatasets>[0], datasetIds: readonly string[]): unknown =>
  Object.fromEntries(failedDatasets(response, { datasetIds }))

test('failedDatasets has the reason of each dataset without a result, in the order of the request', () => {
  const datasetIds = ['local:broken', 'local:dem', 'local:slow', 'local:nope', 'nope:x']
  const response = extraction(
    ['local:dem'],
    [
      'nope:x: Extraction failed for nope:x: "No connector registered for provider \'nope\'"',
      'local:slow: Extraction failed for local:slow: timeout after 2s',
      'local:broken: [local] upstream said 503',
      'local:nope: [local] no such dataset: nope'
    ]
  )
  expect([...failedDatasets(response, { datasetIds })]).toEqual([
    ['local:broken', '[local] upstream said 503'],
    ['local:slow', 'timeout after 2s'],
    ['local:nope', '[local] no such dataset: nope'],
    ['nope:x', '"No connector registered for provider \'nope\'"']
  ])
})

test('a warning beside a result is no failure, nor is a value of null', () => {
  const warnings = ['local:clay: coverage 50% below ideal threshold (80%)', 'local:sparse: coverage 0% below minimum']
  const response = extraction(['local:clay'], warnings)
  response.results.push(resultOf('local:sparse', { value: null, quality: 'missing' }))
  expect(failed(response, ['local:clay', 'local:sparse'])).toEqual({})
})

test('a warning about another dataset is no reason, also where its id begins alike', () => {
  const warnings = ['local:dem_30m: [local] upstream said 503', 'local:dem:v2: too old', 'local2:dem: gone']
  expect(failed(extraction([], warnings), ['local:dem', 'local', 'dem'])).toEqual({
    'local:dem': 'no result and no warning',
    local: 'no result and no warning',
    dem: 'no result and no warning'
  })
  expect(failed(extraction([], [...warnings, 'local:dem: late']), ['local:dem'])).toEqual({ 'local:dem': 'late' })
})

test('a geometry that failed as a whole in a batch fails all its datasets for its reason', () => {
  const datasetIds = ['local:dem', 'local:clay']
  const reason = 'Geometry too complex: 21 vertices > limit 20'
  const batch = batchOf(extraction(datasetIds), { ...extraction([], [reason]), geometry_hash: 'error' })
  expect(batch.responses.map((response) => failed(response, datasetIds))).toEqual([
    {},
    { 'local:dem': reason, 'local:clay': reason }
  ])
})

test('the own reason comes before that of all', () => {
  const response = extraction([], ['Something is wrong with all of it', 'local:dem: gone'])
  expect(failed(response, ['local:dem', 'local:clay'])).toEqual({
    'local:dem': 'gone',
    'local:clay': 'Something is wrong with all of it'
  })
})

test('an id that was asked for twice is told once, and one called __proto__ is no other', () => {
  expect([...failedDatasets(extraction([]), { datasetIds: ['a:b', 'a:b', '__proto__'] }).keys()]).toEqual([
    'a:b',
    '__proto__'
  ])
})
