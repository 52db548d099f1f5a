import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatGeoJsonLines, formatGeoJsonSequence, parseGeoJsonLines, parseGeoJsonSequence } from './geojson-texts.ts'
import { collect, rejection } from './testing/outcome.ts'

const a = { type: 'Feature', geometry: { type: 'Point', coordinates: [1, 2] }, properties: { name: 'Zürich 🗻\u2028' } }
const b = { type: 'Point', coordinates: [3, 4] }
const encoder = new TextEncoder()

function streamOf<T>(...chunks: readonly T[]): ReadableStream<T> {
  return new ReadableStream({
    start(to) {
      for (const chunk of chunks) to.enqueue(chunk)
      to.close()
    }
  })
}

const read = (parser: TransformStream<Uint8Array | string, object>, ...chunks: readonly (Uint8Array | string)[]) =>
  collect(streamOf(...chunks).pipeThrough(parser))

test('lines are one value each; empty ones are passed over, the last needs no end', async () => {
  const text = `\n${JSON.stringify(a)}\r\n\n  ${JSON.stringify(b)}\n\n${JSON.stringify(a)}`
  expect(await read(parseGeoJsonLines(), text)).toEqual([a, b, a])
  expect(await read(parseGeoJsonLines(), '')).toEqual([])
  expect(await read(parseGeoJsonLines())).toEqual([])
})

test('a sequence may have values of several lines', async () => {
  const text = `\u001e${JSON.stringify(a, null, 2)}\n\u001e${JSON.stringify(b)}\n\u001e\n`
  expect(await read(parseGeoJsonSequence(), text)).toEqual([a, b])
})

test('a byte order mark is no part of the text', async () => {
  expect(await read(parseGeoJsonLines(), encoder.encode(`\ufeff${JSON.stringify(b)}\n`))).toEqual([b])
})

test.each([
  ['lines', formatGeoJsonLines, parseGeoJsonLines],
  ['a sequence', formatGeoJsonSequence, parseGeoJsonSequence]
] as const)('%s: what is written is read again, wherever the bytes are cut', async (_, format, parse) => {
  const json = fc.record({ type: fc.string(), properties: fc.dictionary(fc.string(), fc.jsonValue()) })
  await fc.assert(
    fc.asyncProperty(fc.array(json, { maxLength: 5 }), fc.array(fc.nat({ max: 400 })), async (values, cuts) => {
      const plain = values.map((value) => JSON.parse(JSON.stringify(value)))
      const parts = await collect(streamOf<object>(...plain).pipeThrough(format()))
      const bytes = new Uint8Array(parts.flatMap((part) => [...part]))
      const marks = [0, ...cuts.toSorted((x, y) => x - y), bytes.length]
      const chunks = marks.slice(1).map((end, i) => bytes.slice(marks[i], end))
      expect(await read(parse(), ...chunks)).toEqual(plain)
    }),
    { numRuns: 60 }
  )
})

test('the forms that are written', async () => {
  const text = async (parts: ReadableStream<Uint8Array>) =>
    new Response(parts as ReadableStream<Uint8Array<ArrayBuffer>>).text()
  expect(await text(streamOf<object>(b, b).pipeThrough(formatGeoJsonLines()))).toBe(`${JSON.stringify(b)}\n`.repeat(2))
  expect(await text(streamOf<object>(b).pipeThrough(formatGeoJsonSequence()))).toBe(`\u001e${JSON.stringify(b)}\n`)
})

const good = JSON.stringify(b)
test.each<[what: string, text: string | Uint8Array, message: string]>([
  ['broken JSON', `${good}\n\n{"type":\n${good}`, 'line 3 is not JSON: '],
  ['no object', `${good}\n[1]\n`, 'line 2 is not GeoJSON: an object with a "type" was expected'],
  ['no type', '{}', 'line 1 is not GeoJSON'],
  ['a record separator', `${good}\n\u001e${good}`, 'line 2 is not JSON'],
  ['no UTF-8', Uint8Array.of(0x22, 0xff, 0x22), 'line 1 or one soon after it is not UTF-8']
])('%s is an error with its line, after what came before', async (_, text, message) => {
  const seen: unknown[] = []
  const run = async (): Promise<void> => {
    for await (const value of streamOf(text).pipeThrough(parseGeoJsonLines())) seen.push(value)
  }
  expect(await rejection(run())).toMatchObject({
    code: 'invalid-argument',
    message: expect.stringContaining(message)
  })
})

test('the line of a broken text in a sequence is where it begins', async () => {
  const text = `\u001e${JSON.stringify(b, null, 1)}\n\u001e\n{"x\n\u001e${good}\n`
  const lines = JSON.stringify(b, null, 1).split('\n').length
  expect(await rejection(read(parseGeoJsonSequence(), text))).toMatchObject({
    message: expect.stringContaining(`line ${lines + 2} is not JSON`)
  })
})

test('broken texts are passed over where somebody hears of them', async () => {
  const broken: string[] = []
  const onBroken = ({ message }: Error): void => void broken.push(message.split(' is ')[0] ?? '')
  expect(await read(parseGeoJsonLines({ onBroken }), `${good}\nx\n7\n${good}\n{`)).toEqual([b, b])
  expect(broken).toEqual(['line 2', 'line 3', 'line 5'])
})

/** The same text again and again, with the number of times it was asked for. */
function endless(text: string) {
  const log = { pulled: 0 }
  const pull = (to: ReadableStreamDefaultController<string>): void => {
    log.pulled++
    to.enqueue(text)
  }
  return { log, stream: new ReadableStream<string>({ pull }, { highWaterMark: 0 }) }
}

test('a file of another kind does not fill the memory', async () => {
  const { log, stream } = endless('x'.repeat(4 * 1024 * 1024))
  const run = collect(stream.pipeThrough(parseGeoJsonLines()))
  expect(await rejection(run)).toMatchObject({ message: 'line 1 is longer than 67108864 characters' })
  expect(log.pulled).toBeLessThan(20)
})

test('nothing is read before somebody wants it', async () => {
  const { log, stream } = endless(`${good}\n`)
  const values = stream.pipeThrough(parseGeoJsonLines())[Symbol.asyncIterator]()
  for (let i = 0; i < 10; i++) await values.next()
  expect(log.pulled).toBeLessThan(15)
  await values.return?.()
})
