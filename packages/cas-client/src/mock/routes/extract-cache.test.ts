import { expect, test } from 'vitest'
import { createTestKit, point } from '../test-kit.ts'

const bern = point(7.5, 46.9)

test('a second time cached results come first, with their warnings', async () => {
  const { extract, ask } = createTestKit()
  const first = ['demo_soil:organic_carbon', 'demo_faults:unreachable']
  const all = ['demo_terrain:slope', ...first]
  await extract(bern, first)
  const { results, warnings } = await extract(bern, all)
  expect(results.map(({ dataset_id }) => dataset_id)).toEqual(['demo_soil:organic_carbon', 'demo_terrain:slope'])
  expect(warnings.map((warning) => warning.split(': ')[0])).toEqual(first)
  expect((await (await ask('/health')).json()).cache).toEqual({ hits: 1, misses: 4, size: 2, hit_rate: 0.2 })
})

test.each([
  ['another geometry', point(7.5, 46.8), {}],
  ['another aggregation', bern, { aggregation: 'max' }],
  ['another time', bern, { time_range: { start: '2020-01-01', end: '2021-01-01' } }]
])('%s is not in the cache; aggregation changes nothing else', async (_what, geometry, more) => {
  const { extract, ask } = createTestKit()
  await extract(bern, ['demo_terrain:slope'])
  expect((await extract(geometry, ['demo_terrain:slope'], more)).results).toMatchObject([{ aggregation: 'mean' }])
  expect((await (await ask('/health')).json()).cache).toMatchObject({ hits: 0, misses: 2 })
})

test('the same dataset twice has two results', async () => {
  const { extract } = createTestKit()
  const { results } = await extract(bern, ['demo_terrain:slope', 'demo_terrain:slope'])
  expect(results).toHaveLength(2)
  expect(results[0]).toEqual(results[1])
})
