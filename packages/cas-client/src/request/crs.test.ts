import { expect, test } from 'vitest'
import type { GeometryLike } from '../index.ts'
import { clientOf, fakeService, json } from '../testing/fake-service.ts'
import { rejection } from '../testing/outcome.ts'
import { extraction, point } from '../testing/samples.ts'

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
  const message = `geometry.crs is ${JSON.stringify(name ?? href)}: reproject it to longitude and latitude`
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
