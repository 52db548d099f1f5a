import { expect, test } from 'vitest'
import type { JsonValue } from '../../types/json.ts'
import { readInputs } from '../inputs/read-inputs.ts'
import type { MockOutputs, MockProcess } from '../mock-process.ts'
import { decodePng } from '../node/decode-png.ts'
import { bboxArea } from './bbox-area.ts'
import { builtInProcesses } from './built-in.ts'
import { echoInputs } from './echo-inputs.ts'
import { ndviStatistics } from './ndvi-statistics.ts'
import { primesBetween } from './primes-between.ts'
import { sleepAWhile } from './sleep-a-while.ts'
import { tileThumbnail } from './tile-thumbnail.ts'

const run = async ({ description, run }: MockProcess, inputs: JsonValue = {}): Promise<MockOutputs> =>
  run(readInputs(inputs, description))

const box = (...bbox: number[]): JsonValue => ({ bbox })

test('ids are unique and every default is valid', () => {
  const ids = builtInProcesses.map(({ description }) => description.id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const { description } of builtInProcesses) {
    const defaults = Object.entries(description.inputs ?? {}).flatMap(([id, { schema }]) =>
      schema.default === undefined ? [] : [[id, schema.default]]
    )
    const required = { bbox: box(0, 0, 1, 1), red: [[0]], nir: [[1]], text: 'x' }
    const given = Object.entries(required).filter(([id]) => description.inputs?.[id] !== undefined)
    expect(() => readInputs(Object.fromEntries([...defaults, ...given]), description)).not.toThrow()
  }
})

test.each([
  [{ min_val: 10, max_val: 30 }, [11, 13, 17, 19, 23, 29]],
  [{ max_val: 2 }, [2]],
  [{ max_val: 1 }, []],
  [{ min_val: 97 }, [97]],
  [{ min_val: 50, max_val: 40 }, []]
])('primes of %j', async (inputs, primes) => {
  expect(await run(primesBetween, inputs)).toEqual({ return_value: primes })
})

test('the sleeper takes its time, or fails half way', async () => {
  const duration = (inputs: JsonValue): number | undefined =>
    sleepAWhile.duration?.(readInputs(inputs, sleepAWhile.description))
  expect(duration({ duration: 2.5 })).toBe(2500)
  expect(duration({})).toBe(10_000)
  expect(await run(sleepAWhile, { duration: 2.5 })).toEqual({ return_value: 2.5 })
  await expect(run(sleepAWhile, { fail: true })).rejects.toMatchObject({ message: 'Woke up too early', progress: 50 })
})

test('the echo gives back what it got, and defaults for the rest', async () => {
  const feature = { type: 'Feature', geometry: { type: 'Point', coordinates: [1, 2] }, properties: { a: 1 } }
  expect(
    await run(echoInputs, { literal: 'x', names: ['red', 'blue'], feature: { value: feature }, bytes: 'AP8=' })
  ).toEqual({
    literal: 'x',
    array: [1, 2, 3],
    names: ['red', 'blue'],
    feature,
    bbox: { bbox: [-180, -90, 180, 90], crs: 'http://www.opengis.net/def/crs/OGC/1.3/CRS84' },
    bytes: Uint8Array.from([0, 255])
  })
})

test('the area of the earth, in each unit', async () => {
  const area = async (unit: string): Promise<number> =>
    Number((await run(bboxArea, { bbox: box(-180, -90, 180, 90), unit })).area)
  const whole = 4 * Math.PI * 6371.0088 ** 2
  expect(await area('km2')).toBeCloseTo(whole, 3)
  expect(await area('ha')).toBeCloseTo(whole * 100, 0)
  expect((await area('m2')) / whole).toBeCloseTo(1e6, 3)
})

test('a box across the antimeridian is as large as the same box elsewhere; heights do not count', async () => {
  const here = await run(bboxArea, { bbox: box(0, 10, 20, 30) })
  expect((await run(bboxArea, { bbox: box(170, 10, -170, 30) })).area).toBeCloseTo(Number(here.area), 6)
  expect(await run(bboxArea, { bbox: box(0, 10, -5, 20, 30, 500) })).toEqual(here)
})

test('latitudes that make no box fail as the fault of the caller', async () => {
  await expect(run(bboxArea, { bbox: box(0, 30, 20, 10) })).rejects.toMatchObject({ status: 400 })
})

test('the vegetation index, its statistics and its picture', async () => {
  const red = [
    [0.1, 0.5],
    [0.2, 0]
  ]
  const nir = [
    [0.9, 0.5],
    [0.6, 0]
  ]
  const outputs = await run(ndviStatistics, { red, nir, bbox: box(1, 2, 3, 4), threshold: 0.4 })
  // 0.8, 0 and 0.5; the fourth has no value.
  expect(outputs.mean).toBeCloseTo(1.3 / 3, 12)
  expect(outputs.statistics).toMatchObject({ valid: 3, empty: 1, minimum: 0, vegetation: 2 / 3 })
  expect(outputs.statistics).toMatchObject({ maximum: expect.closeTo(0.8, 12), deviation: expect.closeTo(0.32998, 5) })
  expect(outputs.extent).toMatchObject({ bbox: [1, 2, 3, 4] })
  const picture = decodePng(outputs.preview instanceof Uint8Array ? outputs.preview : new Uint8Array())
  expect([picture.width, picture.height]).toEqual([2, 2])
  expect(picture.pixel(0, 0)).toEqual([20, 189, 40])
  expect(picture.pixel(1, 1)).toEqual([128, 128, 128])
})

test('grids without any value have no statistics; grids of other shapes are refused', async () => {
  expect(await run(ndviStatistics, { red: [[0]], nir: [[0]] })).toMatchObject({ mean: null, statistics: { valid: 0 } })
  await expect(run(ndviStatistics, { red: [[0]], nir: [[0, 1]] })).rejects.toMatchObject({ status: 400 })
  await expect(run(ndviStatistics, { red: [[0, 1], [0]], nir: [[0, 1], [0]] })).rejects.toMatchObject({ status: 400 })
})

test('a tile knows where it lies, and its picture differs from its neighbour', async () => {
  const world = await run(tileThumbnail)
  expect(world.extent).toMatchObject({
    bbox: [-180, expect.closeTo(-85.0511, 4), 180, expect.closeTo(85.0511, 4)]
  })
  const tile = await run(tileThumbnail, { zoom: 1, column: 1, row: 0, size: 16 })
  expect(tile.extent).toMatchObject({ bbox: [0, expect.closeTo(0, 9), 180, expect.closeTo(85.0511, 4)] })
  const picture = decodePng(tile.thumbnail instanceof Uint8Array ? tile.thumbnail : new Uint8Array())
  expect([picture.width, picture.height]).toEqual([16, 16])
  // East of 90 degrees the fields change their shade.
  expect(picture.pixel(0, 15)[0]).not.toBe(picture.pixel(15, 15)[0])
})

test('a tile beyond the last column fails at once', async () => {
  await expect(run(tileThumbnail, { zoom: 1, column: 2 })).rejects.toMatchObject({ status: 400, progress: 0 })
})
