import { get } from 'ol/proj.js'
import { expect, test } from 'vitest'
import { type CrsKeys, rasterCrs } from './raster-crs.ts'

test.each<[CrsKeys, string | undefined, string | undefined]>([
  [{ GTModelTypeGeoKey: 2, GeographicTypeGeoKey: 4326 }, 'EPSG:4326', 'EPSG:4326'],
  [{ GTModelTypeGeoKey: 2, GeographicTypeGeoKey: 4258 }, 'EPSG:4258', 'EPSG:4326'],
  [{ GTModelTypeGeoKey: 2, GeographicTypeGeoKey: 32_767, GeogCitationGeoKey: 'Sphere|' }, 'Sphere', 'EPSG:4326'],
  [{ GTModelTypeGeoKey: 1, ProjectedCSTypeGeoKey: 3857 }, 'EPSG:3857', 'EPSG:3857'],
  [{ GTModelTypeGeoKey: 1, ProjectedCSTypeGeoKey: 32_632 }, 'EPSG:32632', 'EPSG:32632'],
  [{ GTModelTypeGeoKey: 1, ProjectedCSTypeGeoKey: 25_832 }, 'EPSG:25832', 'EPSG:32632'],
  [{ GTModelTypeGeoKey: 1, ProjectedCSTypeGeoKey: 26_917 }, 'EPSG:26917', 'EPSG:32617'],
  [{ GTModelTypeGeoKey: 1, ProjectedCSTypeGeoKey: 28_355 }, 'EPSG:28355', 'EPSG:32755'],
  [{ GTModelTypeGeoKey: 1, ProjectedCSTypeGeoKey: 7855 }, 'EPSG:7855', 'EPSG:32755'],
  [{ GTModelTypeGeoKey: 1, ProjectedCSTypeGeoKey: 3035 }, 'EPSG:3035', undefined],
  [{ GTModelTypeGeoKey: 1, ProjectedCSTypeGeoKey: 32_767, PCSCitationGeoKey: 'Mine' }, 'Mine', undefined],
  [{}, undefined, undefined]
])('%j is %s, shown as %s', (keys, name, projection) => {
  expect(rasterCrs(keys)).toEqual({ name, projection })
  if (projection) expect(get(projection)).not.toBeNull()
})

test('a file without keys has no place', () =>
  expect(rasterCrs(null)).toEqual({ name: undefined, projection: undefined }))
