import { expect, test } from 'vitest'
import { createFeaturesMock } from './features-mock.ts'

const mock = createFeaturesMock({ baseUrl: 'http://features.test/base' })
const ask = async (path: string): Promise<{ status: number; body: Record<string, unknown>; headers: Headers }> => {
  const response = await mock.fetch(`${mock.baseUrl}${path}`)
  return { status: response.status, body: await response.json(), headers: response.headers }
}
const names = ({ body }: { body: Record<string, unknown> }): unknown[] =>
  (body.features as { properties: { name: string } }[]).map(({ properties }) => properties.name)

test.each<[query: string, expected: string[]]>([
  ['', ['Aare', 'Inn', 'Rhone']],
  ['?bbox=9.6,46.3,10.5,47', ['Inn']],
  ['?bbox=9.6,46.3,0,10.5,47,9', ['Inn']],
  ['?bbox=170,40,9,50', ['Aare', 'Rhone']],
  ['?datetime=1904-06-01T00:00:00Z', ['Rhone']],
  ['?datetime=1904-06-01T00:00:00Z/..', ['Inn', 'Rhone']],
  ['?datetime=/1904-02-01T00:00:00Z', ['Aare']],
  ['?name=Inn', ['Inn']],
  ['?name=Inn&datetime=../1910-01-01T00:00:00Z', []]
])('rivers%s', async (query, expected) => {
  expect(names(await ask(`/collections/rivers/items${query}`))).toEqual(expected)
})

test.each<[path: string, status: number, why: string]>([
  ['/collections/rivers/items?limit=0', 400, 'the parameter limit must be a whole number from 1 to 10000'],
  ['/collections/rivers/items?limit=1&limit=2', 400, 'the parameter limit must be given once'],
  ['/collections/rivers/items?bbox=1,2,x,4', 400, 'the parameter bbox must be a list, each item a number'],
  ['/collections/rivers/items?bbox=1,2,3', 400, 'the parameter bbox must be a list of 4 to 6 items'],
  ['/collections/rivers/items?bbox=1,2,3,4,5', 400, 'bbox has 4 or 6 numbers'],
  ['/collections/rivers/items?nope=1', 400, 'there is no parameter nope'],
  ['/collections?limit=1', 400, 'there is no parameter limit'],
  ['/collections/rivers/items?crs=urn:x', 400, 'crs must be a system that the collection lists'],
  ['/collections/nope/items', 404, 'there is no collection nope'],
  ['/collections/rivers/items/nope', 404, 'there is no feature nope'],
  ['/nope', 404, 'there is no such resource']
])('%s is refused with %i', async (path, status, why) => {
  const { status: told, body } = await ask(path)
  expect([told, body]).toEqual([status, { code: expect.any(String), description: why }])
})

test('a page links to the next one, the last one to none', async () => {
  const { body } = await ask('/collections/catchments/items?limit=2&offset=2')
  expect([body.numberMatched, body.numberReturned]).toEqual([5, 2])
  const next = (body.links as { rel: string; href: string }[]).find(({ rel }) => rel === 'next')?.href
  expect(next).toBe(`${mock.baseUrl}/collections/catchments/items?limit=2&offset=4`)
  expect(JSON.stringify((await ask('/collections/catchments/items?offset=4')).body.links)).not.toContain('next')
})

test('coordinates are turned there and back, and named', async () => {
  const crs = 'http://www.opengis.net/def/crs/EPSG/0/4326'
  const { headers, body } = await ask(`/collections/rivers/items?crs=${crs}&bbox-crs=${crs}&bbox=46.3,9.6,47,10.5`)
  expect(headers.get('Content-Crs')).toBe(`<${crs}>`)
  expect(body.features).toMatchObject([
    {
      geometry: {
        coordinates: [
          [46.4, 9.7],
          [46.9, 10.4]
        ]
      }
    }
  ])
})

test('collections of one’s own stand beside the built-in ones, with geometries of any kind', async () => {
  const geometry = {
    type: 'GeometryCollection' as const,
    geometries: [{ type: 'Point' as const, coordinates: [7, 46] }]
  }
  const feature = (id: string, of: typeof geometry | null) => ({
    type: 'Feature' as const,
    id,
    geometry: of,
    properties: null
  })
  const features = [feature('a', geometry), feature('b', null)]
  const own = createFeaturesMock({ collections: [{ id: 'own', features, crs: [] }] })
  const get = async (path: string) => (await own.fetch(`${own.baseUrl}/collections${path}`)).json()
  expect((await get('')).collections.map(({ id }: { id: string }) => id)).toEqual(['rivers', 'catchments', 'own'])
  expect((await get('/own/items?bbox=6,45,8,47')).features).toEqual([features[0]])
  expect((await get('/own/items')).features).toEqual(features)
  expect((await own.fetch(`${own.baseUrl}/collections/own/items?name=x`)).status).toBe(400)
})
