import { CasClient } from '@geoclients/cas-client'
import { createCasMock } from '@geoclients/cas-client/mock'
import { expect, test } from 'vitest'
import { extractCatchments, extractPoint, listDatasets, openRing, unknownDataset } from './cas-steps.ts'

const mock = createCasMock()
const cas = new CasClient({ baseUrl: mock.baseUrl, fetch: mock.fetch })
const elevation = 'demo_terrain:elevation'
const landCover = 'demo_land:land_cover'

test('lists what the service offers', async () => {
  const { providers, datasets } = await listDatasets(cas)
  expect(providers).toBeGreaterThan(1)
  expect([...datasets.keys()]).toContain(elevation)
})

test('extracts the attributes of a point', async () => {
  const results = await extractPoint(cas, [elevation, landCover])
  expect(results.get(elevation)).toMatchObject({ value: 400 + 7.45 + 3 * 46.95, units: 'm' })
  expect(results.get(landCover)?.value).toHaveProperty('tree_cover')
})

test('extracts many geometries at once', async () => {
  expect(await extractCatchments(cas, [elevation, landCover])).toEqual({ catchments: 2, values: 4 })
})

test('names the dataset that failed', async () => {
  expect([...(await unknownDataset(cas, elevation)).keys()]).toEqual(['nobody:nothing'])
})

test('refuses an open ring before it sends anything', async () => {
  const sent = mock.requests.length
  const error = await openRing(cas, elevation)
  expect(error).toMatchObject({ code: 'invalid-argument', message: expect.stringContaining('geometry.coordinates[0]') })
  expect(mock.requests).toHaveLength(sent)
})
