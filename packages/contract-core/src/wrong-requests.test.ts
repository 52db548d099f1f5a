import { expect, test } from 'vitest'
import { wrongRequests } from './wrong-requests.ts'

const contract = new URL('../../../specs/cas/openapi.yaml', import.meta.url)
const extraction = { geometry: { type: 'Point', coordinates: [0, 0] }, dataset_ids: ['a:b'] }
const valid = {
  ...{ health: {}, providers: {}, datasets: {}, provider: { path: { slug: 'a b' } } },
  extract: { body: { ...extraction, time_range: {} } },
  batchExtract: { body: {} }
}

test('what is required, of another type, in no enumeration or beyond a bound, one field at a time', async () => {
  const wrong = await wrongRequests(contract, valid)
  const titles = wrong.map(({ title }) => title)
  expect(titles).toEqual(
    expect.arrayContaining([
      ...['datasets: limit is "seven"', 'datasets: limit is 0', 'datasets: temporal_type is in no enumeration'],
      ...['extract: geometry is missing', 'extract: dataset_ids is 7', 'extract: dataset_ids is empty'],
      ...['extract: aggregation is in no enumeration', 'extract: dataset_ids has more than 50 items']
    ])
  )
  expect(wrong.find(({ title }) => title === 'extract: geometry is missing')).toEqual({
    ...{ title: 'extract: geometry is missing', operationId: 'extract', field: 'geometry', method: 'POST' },
    path: '/api/v1/extract',
    body: JSON.stringify({ dataset_ids: ['a:b'], time_range: {} })
  })
  expect(wrong.find(({ title }) => title === 'providers: offset is -1')).toMatchObject({
    path: '/api/v1/providers?offset=-1',
    body: undefined
  })
})

test('an operation without a valid request, or one without its path, is told', async () => {
  const { health: _, ...some } = valid
  await expect(wrongRequests(contract, some)).rejects.toThrow('no valid request of health is given')
})
