import { CasClient } from '@geoclients/cas-client'
import { createCasMock } from '@geoclients/cas-client/mock'
import { datasetsQuery } from '@geoclients/cas-client/query'
import { QueryClient } from '@tanstack/query-core'
import { expect, test } from 'vitest'

const mock = createCasMock()
const cas = new CasClient({ baseUrl: mock.baseUrl, fetch: mock.fetch })

test('datasets of all pages are fetched once, and kept', async () => {
  const queries = new QueryClient()
  const datasets = await queries.fetchQuery(datasetsQuery(cas, { limit: 2 }))
  const { total } = await cas.datasets()
  expect(datasets).toHaveLength(total)
  const asked = mock.requests.length
  expect(await queries.fetchQuery(datasetsQuery(cas, { limit: 2 }))).toBe(datasets)
  expect(mock.requests.length).toBe(asked)
})

test('what is asked for is part of the key, which is JSON', () => {
  const key = datasetsQuery(cas, { variable: 'elevation' }).queryKey
  expect(JSON.parse(JSON.stringify(key))).toEqual([
    'cas',
    { baseUrl: mock.baseUrl },
    'datasets',
    { variable: 'elevation' }
  ])
})

test('a query that is not understood is refused', async () => {
  const queries = new QueryClient()
  await expect(queries.fetchQuery(datasetsQuery(cas, { variabel: 'x' } as never))).rejects.toMatchObject({
    code: 'invalid-argument'
  })
})
