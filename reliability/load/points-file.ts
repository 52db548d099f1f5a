import { createReadStream, createWriteStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { pipeline } from 'node:stream/promises'
import { placeOf } from '../../bench/cas/points.ts'

/** Writes a FeatureCollection with that many points, one per line. Each has its number as a property. */
export async function writePoints(path: string, count: number): Promise<void> {
  async function* lines(): AsyncGenerator<string, void, undefined> {
    yield '{"type":"FeatureCollection","features":[\n'
    for (let i = 0; i < count; i++) {
      const [longitude, latitude] = placeOf(i, 0)
      const end = i + 1 < count ? ',' : ''
      yield `{"type":"Feature","geometry":{"type":"Point","coordinates":[${longitude},${latitude}]},"properties":{"place":${i}}}${end}\n`
    }
    yield ']}\n'
  }
  await pipeline(lines, createWriteStream(path))
}

/** The number of features of an enriched file that are missing, duplicated, out of order, or have the value of another place. */
export async function countWrong(path: string, count: number): Promise<number> {
  let next = 0
  let wrong = 0
  for await (const line of createInterface({ input: createReadStream(path) })) {
    const text = line.trim().replace(/,$/, '')
    if (!text.startsWith('{"type":"Feature",')) continue
    const { properties } = JSON.parse(text) as { properties: { place: number; elevation?: number } }
    const [longitude, latitude] = placeOf(next, 0)
    // The elevation of the mock, which differs between places.
    const isRight = Math.abs((properties.elevation ?? Number.NaN) - (400 + longitude + 3 * latitude)) < 0.001
    if (properties.place !== next || !isRight) wrong += 1
    next += 1
  }
  return wrong + Math.abs(count - next)
}
