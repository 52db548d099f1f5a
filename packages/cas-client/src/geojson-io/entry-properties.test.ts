import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isCasError } from '../errors/cas-error.ts'
import { collect } from '../testing/outcome.ts'
import { formatGeoJson, parseGeoJson } from './entry.ts'

const encoder = new TextEncoder()

function streamOf<T>(chunks: readonly T[]): ReadableStream<T> {
  return new ReadableStream({
    start(to) {
      for (const chunk of chunks) to.enqueue(chunk)
      to.close()
    }
  })
}

function cutAt(bytes: Uint8Array, cuts: readonly number[]): Uint8Array[] {
  const marks = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).toSorted((x, y) => x - y), bytes.length]
  return marks.slice(1).map((end, i) => bytes.slice(marks[i], end))
}

/** Any properties, also such as look like parts of a file. */
const properties = fc.dictionary(fc.oneof(fc.string(), fc.constantFrom('features', 'type', 'crs')), fc.jsonValue())
const feature = fc.record({ type: fc.constant('Feature'), id: fc.string(), geometry: fc.constant(null), properties })
const cuts = fc.array(fc.nat(), { maxLength: 12 })

/** As a reader of JSON sees it: without -0. */
const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

test('a collection is read as it is, whatever stands in it and around it', async () => {
  const members = fc.dictionary(
    fc.string().filter((name) => !['type', 'features', 'crs', '__proto__'].includes(name)),
    fc.jsonValue()
  )
  await fc.assert(
    fc.asyncProperty(
      fc.record({ features: fc.array(feature, { maxLength: 6 }), before: members, after: members }),
      fc.constantFrom(undefined, 1, '\t'),
      cuts,
      async ({ features, before, after }, indent, places) => {
        const file = JSON.stringify({ ...before, type: 'FeatureCollection', features, ...after }, null, indent)
        const read = await collect(streamOf(cutAt(encoder.encode(file), places)).pipeThrough(parseGeoJson()))
        expect(read).toEqual(asJson(features))
      }
    ),
    { numRuns: 150 }
  )
})

test('what is written is read again, wherever it is cut', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(feature, { maxLength: 6 }), cuts, async (features, places) => {
      const plain = asJson(features) as object[]
      const parts = await collect(streamOf(plain).pipeThrough(formatGeoJson()))
      const bytes = new Uint8Array(parts.flatMap((part) => [...part]))
      expect(await collect(streamOf(cutAt(bytes, places)).pipeThrough(parseGeoJson()))).toEqual(plain)
    }),
    { numRuns: 100 }
  )
})

test('lines and records are read as they are', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(feature, { minLength: 1, maxLength: 6 }),
      fc.boolean(),
      cuts,
      async (features, isSequence, places) => {
        const file = features.map((one) => `${isSequence ? '\u001e' : ''}${JSON.stringify(one)}\n`).join('')
        const read = await collect(streamOf(cutAt(encoder.encode(file), places)).pipeThrough(parseGeoJson()))
        expect(read).toEqual(asJson(features))
      }
    ),
    { numRuns: 100 }
  )
})

test('any bytes give values or an error of ours, with and without a listener', async () => {
  const start = fc.constantFrom(
    '',
    '{',
    '\u001e',
    '{"type":"FeatureCollection","features":[',
    '{"type":"Feature"}\n',
    '[',
    '\ufeff{\n'
  )
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      '\n',
      '\u001e',
      '"features"',
      '{"type":"Feature"}',
      '1e',
      '\\u',
      '\u0000'
    )
  )
  await fc.assert(
    fc.asyncProperty(
      start,
      fc.array(piece),
      fc.uint8Array({ maxLength: 4 }),
      cuts,
      fc.boolean(),
      async (first, rest, odd, places, isHeard) => {
        const bytes = new Uint8Array([...encoder.encode(first + rest.join('')), ...odd])
        const told: unknown[] = []
        const options = isHeard ? { onBroken: (error: unknown) => void told.push(error) } : {}
        const run = collect<unknown>(streamOf(cutAt(bytes, places)).pipeThrough(parseGeoJson(options)))
        const outcome = await run.catch((error: unknown) => [error])
        for (const one of [...outcome, ...told]) {
          const isValue = typeof one === 'object' && one !== null && 'type' in one
          expect(isValue || isCasError(one)).toBe(true)
        }
      }
    ),
    { numRuns: 400 }
  )
})
