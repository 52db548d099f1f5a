import { expect, test } from 'vitest'
import { thrown } from '../testing/received.ts'
import { bbox, ref } from './input-helpers.ts'

test('a bounding box in two and three dimensions', () => {
  const corners = [7, 51, 8, 52]
  const box = bbox(corners)
  expect(box).toEqual({ bbox: [7, 51, 8, 52] })
  corners[0] = 99
  expect(box.bbox[0]).toBe(7)
  expect(bbox([7, 51, -5, 8, 52, 100], 'http://www.opengis.net/def/crs/OGC/0/CRS84h')).toEqual({
    bbox: [7, 51, -5, 8, 52, 100],
    crs: 'http://www.opengis.net/def/crs/OGC/0/CRS84h'
  })
})

test('a bounding box across the antimeridian, and one that is a point', () => {
  expect(bbox([179, -1, -179, 1]).bbox).toEqual([179, -1, -179, 1])
  expect(bbox([7, 51, 7, 51]).bbox).toEqual([7, 51, 7, 51])
})

test.each<[corners: unknown, message: string]>([
  [[1, 2, 3], 'bbox must be four or six finite numbers, got [1, 2, 3]'],
  [[1, 2, 3, Number.NaN], 'bbox must be four or six finite numbers, got [1, 2, 3, NaN]'],
  [['1', 2, 3, 4], 'bbox must be four or six finite numbers, got an array of 4'],
  ['1,2,3,4', 'bbox must be four or six finite numbers, got "1,2,3,4"'],
  [[1, 5, 2, 4], 'bbox[1] must be at most bbox[3], got 5'],
  [[1, 2, 9, 3, 4, 5], 'bbox[2] must be at most bbox[5], got 9']
])('%j is no bounding box', (corners, message) => {
  expect(thrown(() => bbox(corners as number[]))).toMatchObject({ code: 'invalid-argument', message })
})

test('a reference says where and what', () => {
  expect(ref('https://h.example/a.tif')).toEqual({ href: 'https://h.example/a.tif' })
  expect(ref(new URL('s3://bucket/a.tif'), { mediaType: 'image/tiff', title: 'A' })).toEqual({
    href: 's3://bucket/a.tif',
    type: 'image/tiff',
    title: 'A'
  })
})

test.each(['a.tif', '/a.tif', '//h.example/a.tif', '', 'https://[', 5])('%j is no address for a server', (url) => {
  expect(thrown(() => ref(url as string))).toMatchObject({
    code: 'invalid-argument',
    message: expect.stringMatching(/^url must be an absolute URL, got /)
  })
})
