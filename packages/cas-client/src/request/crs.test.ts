import { expect, test } from 'vitest'
import type { GeometryLike } from '../index.ts'
import { clientOf, fakeService, json } from '../testing/fake-service.ts'
import { collect, rejection } from '../testing/outcome.ts'
import { extraction, point } from '../testing/samples.ts'
import { streaming } from '../testing/streaming.ts'

const named = (name: string) => ({ type: 'name', properties: { name } })
const request = (crs: unknown) => ({ geometry: { ...point, crs } as GeometryLike, datasetIds: ['a:b'] })

test.each([
  named('EPSG:3857'),
  named('urn:ogc:def:crs:EPSG::2056'),
  named('http://www.opengis.net/def/crs/EPSG/0/3857'),
  { type: 'link', properties: { href: 'http://example.com/crs/42' } }
])('coordinates of another system, %j, are refused with its name before anything is sent', async (crs) => {
  const service = fakeService({})
  const error = await rejection(clientOf(service).extract(request(crs)))
  const { name, href } = crs.properties as { name?: string; href?: string }
  const message = `geometry.crs is ${JSON.stringify(name ?? href)}: transform the coordinates to longitude and latitude`
  expect(error).toMatchObject({ code: 'invalid-argument', message: expect.stringContaining(message) })
  expect(service.seen).toEqual([])
})

test.each([
  named('urn:ogc:def:crs:OGC:1.3:CRS84'),
  named('urn:ogc:def:crs:OGC::CRS84'),
  named('EPSG:4326'),
  named('urn:ogc:def:crs:EPSG::4326'),
  named('http://www.opengis.net/def/crs/OGC/1.3/CRS84'),
  named('http://www.opengis.net/def/crs/EPSG/0/4326'),
  named('urn:ogc:def:crs:EPSG::4258'),
  null,
  undefined
])('longitude and latitude, %j, are sent', async (crs) => {
  const service = fakeService({ 'POST /attributes/api/v1/extract': json(extraction(['a:b'])) })
  await clientOf(service).extract(request(crs))
  expect(JSON.parse(String(service.only().body)).geometry).toEqual(point)
})

test('Features whose geometries say that they are projected, as PostGIS writes them, are refused once', async () => {
  const { service, cas } = streaming()
  const crs = { type: 'name', properties: { name: 'EPSG:2056' } }
  const projected = {
    type: 'Feature' as const,
    properties: {},
    geometry: { type: 'Point' as const, crs, coordinates: [2_600_000, 1_200_000] }
  }
  const run = collect(cas.enrich(Array(5_000).fill(projected), { datasetIds: ['a:b'] }))
  const message = expect.stringContaining('source[0].geometry.crs is "EPSG:2056"')
  await expect(run).rejects.toMatchObject({ code: 'invalid-argument', message })
  expect(service.seen).toEqual([])
  const good = { ...projected, geometry: { type: 'Point' as const, coordinates: [7, 46] } }
  const rows = await collect(cas.enrich([good, projected, good], { datasetIds: ['a:b'] }))
  expect(rows.map(({ ok }) => ok)).toEqual([true, false, true]) // one among others fails alone
})

test('a collection that says that its coordinates are projected is refused once, with their name', async () => {
  const { service, cas } = streaming()
  const crs = { type: 'name', properties: { name: 'EPSG:3857' } }
  const features = Array.from({ length: 5_000 }, () => ({
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [8e5, 6e6] }
  }))
  const run = collect(cas.extractAll({ type: 'FeatureCollection', crs, features } as never, { datasetIds: ['a:b'] }))
  await expect(run).rejects.toMatchObject({
    code: 'invalid-argument',
    message: expect.stringContaining('source.crs is "EPSG:3857"')
  })
  expect(service.seen).toEqual([])
})
