import fc from 'fast-check'
import { afterEach, expect, test, vi } from 'vitest'
import { collect, rejection, settle } from '../testing/outcome.ts'
import { formatGeoJsonLines, formatGeoJsonSequence, parseGeoJsonLines, parseGeoJsonSequence } from './index.ts'

const a = { type: 'Feature', geometry: { type: 'Point', coordinates: [1, 2] }, properties: { name: 'Zürich 🗻\u2028' } }
const b = { type: 'Point', coordinates: [3, 4] }
const good = JSON.stringify(b)
const encoder = new TextEncoder()

afterEach(() => vi.restoreAllMocks())

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

test.each([
  ['lines', parseGeoJsonLines, ''],
  ['a sequence', parseGeoJsonSequence, '\u001e']
] as const)('%s: a byte order mark is no part of the text, nor is a space of any kind', async (_, parse, before) => {
  const text = `\ufeff${before}${good}\n\ufeff${before}${good}\n\u00a0${before}\u00a0${good}\u2003\n`
  expect(await read(parse(), text)).toEqual([b, b, b])
  expect(await read(parse(), encoder.encode(text))).toEqual([b, b, b])
  const bytes = [...encoder.encode(text)].map((byte) => Uint8Array.of(byte))
  expect(await read(parse(), ...bytes)).toEqual([b, b, b])
})

test('text may be cut within a character, and text may follow bytes', async () => {
  const text = JSON.stringify(a)
  const cut = text.indexOf('🗻') + 1
  expect(await read(parseGeoJsonLines(), text.slice(0, cut), text.slice(cut))).toEqual([a])
  expect(await read(parseGeoJsonLines(), encoder.encode(good.slice(0, 9)), good.slice(9))).toEqual([b])
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

const latin1 = Uint8Array.of(...encoder.encode(`${good}\n${good}\n`), 0x22, 0xfc, 0x22, 0x0a)
const cutOff = Uint8Array.of(...encoder.encode(`${good}\n`), 0xe2, 0x82)
test.each<[what: string, text: string | Uint8Array, count: number, message: string]>([
  ['broken JSON', `${good}\n\n{"type":\n${good}`, 1, 'line 3 is not JSON: '],
  ['broken JSON after many', `${`${good}\n`.repeat(99)}oops\n`, 99, 'line 100 is not JSON: '],
  ['no object', `${good}\n[1]\n`, 1, 'line 2 is not GeoJSON: expected an object with a "type"'],
  ['no type', '{}', 0, 'line 1 is not GeoJSON'],
  ['a record separator', `${good}\n\u001e${good}`, 1, 'line 2 is not JSON'],
  ['no UTF-8', Uint8Array.of(0x22, 0xff, 0x22), 0, 'line 1 is not UTF-8'],
  ['no UTF-8 after others', latin1, 2, 'line 3 is not UTF-8'],
  ['a character that is cut off', cutOff, 1, 'line 2 is not UTF-8']
])('%s is an error with its line, after what came before', async (_, text, count, message) => {
  const seen: unknown[] = []
  const run = async (): Promise<void> => {
    for await (const value of streamOf(text).pipeThrough(parseGeoJsonLines())) seen.push(value)
  }
  expect(await rejection(run())).toMatchObject({
    code: 'invalid-argument',
    message: expect.stringContaining(message)
  })
  expect(seen).toEqual(Array(count).fill(b))
})

test('what comes before an error of the source is read, too', async () => {
  const fault = new Error('disk')
  const chunks = [`${good}\n${good}\n${good}`]
  const source = new ReadableStream<string>({
    pull(to) {
      const chunk = chunks.shift()
      if (chunk === undefined) throw fault
      to.enqueue(chunk)
    }
  })
  const seen: unknown[] = []
  const run = async (): Promise<void> => {
    for await (const value of source.pipeThrough(parseGeoJsonLines())) seen.push(value)
  }
  await expect(run()).rejects.toBe(fault)
  expect(seen).toEqual([b, b])
})

test('a broken text, and a reader that leaves, end the source', async () => {
  const ends: unknown[] = []
  const source = (text: string) =>
    new ReadableStream<string>({ pull: (to) => to.enqueue(text), cancel: (reason) => void ends.push(reason) })
  const error = await rejection(collect(source('oops\n').pipeThrough(parseGeoJsonLines())))
  const reader = source(`${good}\n${good}\n`).pipeThrough(parseGeoJsonLines()).getReader()
  await reader.read()
  await reader.cancel('enough')
  await vi.waitFor(() => expect(ends).toEqual([error, 'enough']))
})

test.each<[chunk: unknown, got: string]>([
  [null, 'null'],
  [{ a: 1 }, 'an object'],
  [7, '7']
])('a chunk %j is refused', async (chunk, got) => {
  const error = await rejection(read(parseGeoJsonLines(), `${good}\n`, chunk as string))
  expect(error).toMatchObject({ code: 'invalid-argument', message: `a chunk must be bytes or text, got ${got}` })
})

test('bytes are taken in any form', async () => {
  const bytes = encoder.encode(good)
  expect(await read(parseGeoJsonLines(), bytes.buffer as unknown as Uint8Array)).toEqual([b])
  const view = new DataView(bytes.buffer, 0, bytes.length) as unknown as Uint8Array
  expect(await read(parseGeoJsonLines(), view)).toEqual([b])
})

test.each<[options: unknown, message: string]>([
  [null, 'options must be an object, got null'],
  [{ onBroken: 7 }, 'onBroken must be a function, got 7'],
  [{ onbroken: () => {} }, 'options has an unknown member "onbroken": did you mean "onBroken"?']
])('options %j are refused at once', (options, message) => {
  for (const parse of [parseGeoJsonLines, parseGeoJsonSequence]) {
    expect(() => parse(options as object)).toThrow(
      expect.objectContaining({ name: 'CasError', code: 'invalid-argument', message })
    )
  }
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
  broken.length = 0
  const after = encoder.encode(`${good}\nx\n`)
  expect(await read(parseGeoJsonLines({ onBroken }), latin1, after, cutOff)).toEqual([b, b, b, b])
  expect(broken).toEqual(['line 3', 'line 5', 'line 7'])
})

test('a text that a reader did not wait for is not broken', async () => {
  const onBroken = vi.fn()
  const source = new ReadableStream<string>({ start: (to) => to.enqueue(`${good}\n{"ty`) })
  const reader = source.pipeThrough(parseGeoJsonLines({ onBroken })).getReader()
  await reader.read()
  const next = reader.read()
  await settle()
  await reader.cancel()
  expect(await next).toEqual({ done: true, value: undefined })
  await settle()
  expect(onBroken).not.toHaveBeenCalled()
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

test.each([
  ['text', (text: string) => text, 'characters'],
  ['bytes', (text: string) => new TextEncoder().encode(text), 'bytes']
] as const)('a line that is too long fails the stream though it comes whole, as %s', async (_, chunk, unit) => {
  const onBroken = vi.fn()
  const good = '{"type":"Feature"}'
  const file = new ReadableStream<string | Uint8Array<ArrayBuffer>>({
    start: (to) => to.enqueue(chunk(`${good}\n${' '.repeat(64 * 1024 * 1024)}${good}\n${good}\n`))
  })
  const values = file.pipeThrough(parseGeoJsonLines({ onBroken })).values()
  expect(await values.next()).toEqual({ done: false, value: { type: 'Feature' } })
  expect(await rejection(values.next())).toMatchObject({ message: `line 2 is longer than 67108864 ${unit}` })
  expect(onBroken).not.toHaveBeenCalled()
})

test('a text in many pieces is searched but once', async () => {
  let searched = 0
  const { split, indexOf } = String.prototype
  vi.spyOn(String.prototype, 'split').mockImplementation(function (this: string, ...args: unknown[]) {
    searched += this.length
    return Reflect.apply(split, this, args)
  })
  vi.spyOn(String.prototype, 'indexOf').mockImplementation(function (this: string, wanted, from = 0) {
    const at = indexOf.call(this, wanted, from)
    searched += (at < 0 ? this.length : at + 1) - from
    return at
  })
  const piece = 'x'.repeat(100)
  const values = await read(parseGeoJsonLines(), '{"type":"', ...Array(1_000).fill(piece), '"}\n', good)
  vi.restoreAllMocks()
  expect(values).toEqual([{ type: piece.repeat(1_000) }, b])
  expect(searched).toBeLessThan(4 * piece.length * 1_000)
})

test('nothing is read before somebody wants it', async () => {
  const { log, stream } = endless(`${good}\n`)
  const values = stream.pipeThrough(parseGeoJsonLines())[Symbol.asyncIterator]()
  for (let i = 0; i < 10; i++) await values.next()
  expect(log.pulled).toBeLessThan(15)
  await values.return?.()
})

test.each<[value: unknown, got: string]>([
  [undefined, 'undefined'],
  [() => 1, 'a function'],
  [null, 'null'],
  [Number.NaN, 'NaN'],
  ['text', '"text"'],
  [[b], 'an array of 1']
])('%o is no object, and not written', async (value, got) => {
  for (const format of [formatGeoJsonLines, formatGeoJsonSequence]) {
    const parts: unknown[] = []
    const run = async (): Promise<void> => {
      for await (const part of streamOf(b, value as object).pipeThrough(format())) parts.push(part)
    }
    const message = `a value to write must be an object, got ${got}`
    expect(await rejection(run())).toMatchObject({ code: 'invalid-argument', message })
    expect(parts).toHaveLength(1)
  }
})

const feature = { type: 'Feature', geometry: null }

test.each<[value: object, message: string]>([
  [{ ...b, coordinates: [1, Number.NaN] }, 'a value to write.coordinates[1] must be a finite number, got NaN'],
  [
    { ...feature, properties: { a: { x: Infinity } } },
    'a value to write.properties.a.x must be a finite number, got Infinity'
  ],
  [{ ...feature, properties: new Map([['a', 1]]) }, 'a value to write.properties must be a plain object, got a Map'],
  [{ ...feature, properties: { a: new Set() } }, 'a value to write.properties.a must be a plain object, got a Set'],
  [
    { ...feature, properties: { a: Uint8Array.of(1) } },
    'a value to write.properties.a must be a plain object, got a Uint8Array'
  ],
  [{ ...feature, properties: { a: () => 1 } }, 'a value to write.properties.a must be a JSON value, got a function'],
  [
    { ...feature, properties: { a: [1, undefined] } },
    'a value to write.properties.a[1] must be a JSON value, got undefined'
  ],
  [{ ...feature, properties: 'abc' }, 'a value to write.properties must be an object or null, got "abc"'],
  [{ ...feature, properties: ['a'] }, 'a value to write.properties must be an object or null, got an array of 1']
])('what JSON would change without a word is not written: %#', async (value, message) => {
  for (const format of [formatGeoJsonLines, formatGeoJsonSequence]) {
    const run = collect(streamOf<object>(value).pipeThrough(format()))
    expect(await rejection(run)).toMatchObject({ code: 'invalid-argument', message })
  }
})

test('dates, members that are undefined, and objects of a class are written as JSON writes them', async () => {
  class Own {
    a = 1
  }
  const properties = { at: new Date(0), none: undefined, own: new Own() }
  const [feature] = await read(parseGeoJsonLines(), ...(await written({ type: 'Feature', geometry: null, properties })))
  expect(feature).toEqual({
    type: 'Feature',
    geometry: null,
    properties: { at: '1970-01-01T00:00:00.000Z', own: { a: 1 } }
  })
})

test.each([
  ['lines', formatGeoJsonLines, parseGeoJsonLines],
  ['a sequence', formatGeoJsonSequence, parseGeoJsonSequence]
] as const)('%s: a whole number beyond 2^53 is kept from file to file', async (_, format, parse) => {
  const line =
    '{"type":"Feature","id":1126128864018916581,"geometry":null,"properties":{"x":[9007199254740993,1.0000000000000001]}}'
  const [value] = await read(parse(), parse === parseGeoJsonLines ? line : `\u001e${line}`)
  expect(value).toMatchObject({ id: 1126128864018916581n, properties: { x: [9007199254740993n, 1] } })
  const parts = await collect(streamOf<object>(value as object).pipeThrough(format()))
  expect(parts.map((part) => new TextDecoder().decode(part)).join('')).toContain('"id":1126128864018916581,')
})

test('where a platform cannot read such a number as it stands, the text is refused', async () => {
  const parse = JSON.parse
  vi.spyOn(JSON, 'parse').mockImplementation((text, revive) =>
    parse(
      text,
      revive &&
        function (this: unknown, key, value) {
          return revive.call(this, key, value)
        }
    )
  )
  const line = '{"type":"Feature","id":1126128864018916581}'
  expect(await rejection(read(parseGeoJsonLines(), `${good}\n${line}`))).toMatchObject({
    message: expect.stringContaining(
      'line 2 is not JSON: this platform cannot read an integer near 1126128864018916600'
    )
  })
})

test('a message names one line, the one in the file, and the column', async () => {
  const text = `\u001e${JSON.stringify(b, null, 1)}\n\u001e{\n"type": "x",\n}\n`
  const { message } = await rejection(read(parseGeoJsonSequence(), text))
  expect(message.match(/line/g)).toHaveLength(1)
  expect(message).toMatch(/^line 10 is not JSON: .*, column 1$/)
})

const written = (value: object) => collect(streamOf<object>(value).pipeThrough(formatGeoJsonLines()))

test.each([{ toJSON: () => undefined }])('what JSON cannot hold is not written', async (value) => {
  const run = collect(streamOf<object>(value).pipeThrough(formatGeoJsonLines()))
  expect(await rejection(run)).toMatchObject({
    code: 'invalid-argument',
    message: expect.stringContaining('a value to write cannot be written as JSON')
  })
})
