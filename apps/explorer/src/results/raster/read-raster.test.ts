import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { OgcClient, type Output } from '@geoclients/ogc-client'
import { createOgcMock, type MockProcess } from '@geoclients/ogc-client/mock'
import { expect, test } from 'vitest'
import { type Raster, type Refusal, readRaster } from './read-raster.ts'
import { valueAt } from './value-at.ts'

const folder = join(import.meta.dirname, '..', '..', '..', 'browser', 'fixtures')

interface Read {
  readonly raster: Raster | Refusal
  readonly ranges: readonly string[]
}

/** Reads a file as the output of a process, by value or as a link. */
async function read(
  bytes: Uint8Array,
  mode: 'value' | 'reference' = 'value',
  sendsParts = true,
  band = 0
): Promise<Read> {
  const process: MockProcess = {
    description: {
      id: 'raster',
      version: '1',
      outputTransmission: ['value', 'reference'],
      outputs: { raster: { schema: { type: 'string', contentEncoding: 'binary', contentMediaType: 'image/tiff' } } }
    },
    run: () => ({ raster: bytes })
  }
  const mock = createOgcMock({ processes: [process] })
  const ranges: string[] = []
  const fetch: typeof globalThis.fetch = (input, init) => {
    const request = new Request(input, init)
    const range = request.headers.get('Range')
    if (range) ranges.push(range)
    if (!sendsParts) request.headers.delete('Range')
    return mock.fetch(request)
  }
  const client = new OgcClient({ baseUrl: mock.baseUrl, fetch })
  const results = await client.run('raster', { outputs: { raster: { transmissionMode: mode } } })
  const output = results.get('raster') as Output
  expect(output.kind).toBe(mode === 'value' ? 'bytes' : 'reference')
  const signal = new AbortController().signal
  const raster = await readRaster(output, { bytes: undefined, band, isWanted: false, signal })
  client.close()
  return { raster, ranges }
}

const file = (name: string): Promise<Uint8Array> => readFile(join(folder, name))
const drawn = ({ raster }: Read): Raster => {
  if ('refused' in raster) throw new Error(raster.refused)
  return raster
}

test.each(['value', 'reference'] as const)('a %s is read with its place, unit and values', async (mode) => {
  const raster = drawn(await read(await file('heights-utm.tif'), mode))
  expect(raster).toMatchObject({
    width: 160,
    height: 120,
    extent: [540_000, 5_900_000, 620_000, 5_960_000],
    crs: { name: 'EPSG:32632', projection: 'EPSG:32632' },
    bandNames: ['height'],
    pixels: { kind: 'band', unit: 'm' }
  })
  expect(valueAt(raster, [540_001, 5_959_999])).toBeUndefined()
  expect(valueAt(raster, [619_999, 5_900_001])).toBe(1950)
  expect(valueAt(raster, [539_999, 5_900_001])).toBe('outside')
})

test('of a large file by a link only the parts are fetched that its overview needs', async () => {
  const bytes = new Uint8Array(3_000_000) // the rest is nothing that belongs to it
  bytes.set(await file('large-overviews.tif'))
  const read1 = await read(bytes, 'reference')
  expect(drawn(read1)).toMatchObject({ width: 1024, height: 768, full: { width: 3072 }, level: { width: 1536 } })
  expect(read1.ranges.length).toBeGreaterThan(0)
  expect(read1.ranges.length).toBeLessThan(4)
})

test('a server that sends it only as a whole is not made to', async () => {
  expect((await read(await file('heights-utm.tif'), 'reference', false)).raster).toEqual({ refused: 'whole-file-only' })
})

test('colours are colours, and each band is read by itself', async () => {
  const colors = drawn(await read(await file('colors.tif')))
  expect(colors).toMatchObject({ bandCount: 1, pixels: { kind: 'colors', channels: 3 } })
  expect([...Array.from(colors.pixels.values).slice(-3)]).toEqual([176, 168, 79])
  const bands = await Promise.all([0, 2].map(async (band) => drawn(await read(await file('bands-laea.tif'), 'value', true, band)))) // biome-ignore format: one thing
  const [first, third] = bands.map(({ pixels }) => pixels.values[7] ?? 0)
  expect((third ?? 0) - (first ?? 0)).toBe(2000)
  expect(bands[0]).toMatchObject({
    bandNames: ['B01', 'B02', 'B03'],
    crs: { name: 'EPSG:3035', projection: undefined }
  })
})

test.each<[string, Refusal]>([
  ['too-large.tif', { refused: 'too-large', width: 40_000, height: 30_000 }],
  ['zstd.tif', { refused: 'compression', number: 50_000 }],
  ['make-rasters.py', { refused: 'no-tiff' }]
])('%s is not shown: %j', async (name, refusal) => expect((await read(await file(name))).raster).toEqual(refusal))
