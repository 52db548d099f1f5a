import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { collect, rejection } from '../testing/outcome.ts'
import { formatGeoJson, parseGeoJson } from './entry.ts'

const encoder = new TextEncoder()
const a = { type: 'Feature', geometry: { type: 'Point', coordinates: [1, 2] }, properties: { name: 'Zürich 🗻 "{[' } }
const b = { type: 'Feature', id: 'b', geometry: null, properties: { features: [{ type: 'x' }] } }
const crs = (name: string) => ({ type: 'name', properties: { name } })

/** Without Node, so that this runs in browsers, too. */
async function gzip(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await new Response(streamOf(bytes).pipeThrough(new CompressionStream('gzip'))).arrayBuffer())
}

function streamOf<T>(...chunks: readonly T[]): ReadableStream<T> {
  return new ReadableStream({
    start(to) {
      for (const chunk of chunks) to.enqueue(chunk)
      to.close()
    }
  })
}

const read = (options: Parameters<typeof parseGeoJson>[0], ...chunks: readonly (Uint8Array | string)[]) =>
  collect<object>(streamOf(...chunks).pipeThrough(parseGeoJson(options)))

/** As ogr2ogr writes a collection: a feature a line. */
const byLine = (...features: readonly object[]): string =>
  `{\n"type": "FeatureCollection",\n"name": "x",\n"features": [\n${features.map((one) => JSON.stringify(one)).join(',\n')}\n]\n}\n`
const collection = { type: 'FeatureCollection', features: [a, b, a] }

const files: readonly (readonly [what: string, text: string])[] = [
  ['a collection, a feature a line', byLine(a, b, a)],
  ['a collection in one line', JSON.stringify(collection)],
  ['a collection over many lines', JSON.stringify(collection, null, 2)],
  [
    'a collection whose members come in another order',
    `{"features":${JSON.stringify([a, b, a])},"type":"FeatureCollection"}`
  ],
  ['a collection after more blanks than are looked at once', `${' '.repeat(300)}\n${JSON.stringify(collection)}`],
  ['two collections, one after the other', `${byLine(a, b)}${JSON.stringify({ ...collection, features: [a] })}`],
  ['lines', [a, b, a].map((one) => JSON.stringify(one)).join('\n')],
  ['lines with empty ones', `\n\n${[a, b, a].map((one) => `${JSON.stringify(one)}\n\n`).join('')}`],
  ['a sequence of records', [a, b, a].map((one) => `\u001e${JSON.stringify(one, null, 1)}\n`).join('')],
  ['a collection among lines', `${JSON.stringify(a)}\n${JSON.stringify({ ...collection, features: [b, a] })}\n`]
]

test.each(files)('%s is told apart by itself: text and bytes, with CRLF, a byte order mark, gzip', async (_, text) => {
  const expected = [a, b, a]
  const bytes = encoder.encode(text)
  expect(await read({}, text)).toEqual(expected)
  expect(await read({}, bytes)).toEqual(expected)
  expect(await read({}, text.replaceAll('\n', '\r\n'))).toEqual(expected)
  expect(await read({}, `\ufeff${text}`)).toEqual(expected)
  expect(await read({}, encoder.encode(`\ufeff${text}`))).toEqual(expected)
  expect(await read({}, await gzip(bytes))).toEqual(expected)
  expect(await read({ onBroken: vi.fn() }, text)).toEqual(expected)
})

test.each(files)('%s is read wherever it is cut', async (_, text) => {
  const bytes = encoder.encode(text)
  expect(await read({}, ...[...bytes].map((byte) => Uint8Array.of(byte)))).toEqual([a, b, a])
  expect(await read({}, ...text.split(''))).toEqual([a, b, a]) // halves of characters, too
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat({ max: bytes.length })), async (cuts) => {
      const marks = [0, ...cuts.toSorted((x, y) => x - y), bytes.length]
      const chunks = marks.slice(1).map((end, i) => bytes.slice(marks[i], end))
      expect(await read({}, ...chunks)).toEqual([a, b, a])
    }),
    { numRuns: 20 }
  )
})

test.each<[what: string, text: string, values: unknown[]]>([
  ['one Feature over several lines', JSON.stringify(a, null, 2), [a]],
  ['one geometry', '{"type":"Point","coordinates":[3,4]}', [{ type: 'Point', coordinates: [3, 4] }]],
  ['a collection without features', '{"type":"FeatureCollection","features":[]}', []],
  ['nothing', '', []],
  ['only spaces', ' \r\n\ufeff \n', []]
])('%s is read', async (_, text, values) => {
  expect(await read({}, text)).toEqual(values)
})

const zip = Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0, 0, 0)
const utf16 = Uint8Array.of(0xff, 0xfe, 0x7b, 0, 0x22, 0)
const shapefile = Uint8Array.of(0, 0, 0x27, 0x0a, 0, 0, 0, 0)

test.each<[what: string, file: string | Uint8Array, message: string]>([
  ['a page of HTML', '<!doctype html>\n<p>', 'the file is HTML or XML, such as KML or GML, not GeoJSON'],
  ['a table', 'id,lon,lat\n1,7,46\n', 'the file is text that begins with "id,lon,lat\\n1,7,46\\n", not GeoJSON'],
  ['a ZIP archive', zip, 'the file is a ZIP archive, perhaps of a Shapefile, not GeoJSON'],
  ['a Shapefile', shapefile, 'the file is a Shapefile, not GeoJSON'],
  ['UTF-16', utf16, 'the file is UTF-16 text, not GeoJSON'],
  ['an array', `[${JSON.stringify(a)}]`, 'the file is a JSON array instead of a FeatureCollection, not GeoJSON'],
  ['TopoJSON', '{"type":"Topology","objects":{}}', 'got an object of type "Topology"'],
  [
    'TopoJSON over lines',
    '{\n"type":"Topology",\n"objects":{}}',
    'the file must be a GeoJSON Feature or geometry, got an object of type "Topology"'
  ],
  [
    'Esri JSON',
    '{"features":[{"attributes":{},"geometry":{}}]}',
    'features[0] must be a GeoJSON Feature or geometry, got Esri JSON'
  ],
  [
    'another type with features',
    '{"type":"Topology","features":[]}',
    'the file must be a GeoJSON Feature or geometry, got an object of type "Topology"'
  ]
])('%s is named for what it is', async (_, file, message) => {
  expect(await rejection(read({}, file))).toMatchObject({
    code: 'invalid-argument',
    message: expect.stringContaining(message)
  })
})

async function until(text: string, options: object = {}) {
  const seen: unknown[] = []
  const run = async (): Promise<void> => {
    for await (const value of streamOf(text).pipeThrough(parseGeoJson(options))) seen.push(value)
  }
  return { error: await rejection(run()), seen }
}

test('a collection that is broken as JSON fails with its line, after what came before', async () => {
  const { error, seen } = await until(byLine(a, b).replace('"b"', 'b'))
  expect(error.message).toMatch(/^line 6 is not JSON: /)
  expect(seen).toEqual([a])
  const comma = await until('{"type":"FeatureCollection",\n"features":[\n{"type":"Feature"},\n]}')
  expect(comma.error.message).toMatch(/^line 4 is not JSON: /)
  expect(comma.seen).toEqual([{ type: 'Feature' }])
})

test('a collection that is cut off says so, after what came before', async () => {
  const { error, seen } = await until(byLine(a, b).slice(0, -8))
  expect(error.message).toMatch(/^the file is cut off in line \d, after [12] features$/)
  expect(seen.length).toBeGreaterThan(0)
})

test('a member of a collection that is no Feature is passed over where somebody hears of it', async () => {
  const text = JSON.stringify({ ...collection, features: [a, 7, { attributes: {} }, b] })
  const told: string[] = []
  expect(await read({ onBroken: ({ message }) => void told.push(message) }, text)).toEqual([a, b])
  expect(told).toEqual([
    'features[1] must be a GeoJSON Feature or geometry, got 7',
    'features[2] must be a GeoJSON Feature or geometry, got Esri JSON'
  ])
  const { error, seen } = await until(text)
  expect([error.message, seen]).toEqual([told[0], [a]])
})

test('a broken line costs no good one, be it the first', async () => {
  const lines = ['{"type":', JSON.stringify(a), 'x', JSON.stringify(b)]
  const told: string[] = []
  expect(
    await read({ onBroken: ({ message }) => void told.push(message.split(' is ')[0] ?? '') }, lines.join('\n'))
  ).toEqual([a, b])
  expect(told).toEqual(['line 1', 'line 3'])
})

test('projected coordinates are refused once, with their name', async () => {
  for (const name of ['urn:ogc:def:crs:EPSG::3857', 'EPSG:2056']) {
    const features = Array.from({ length: 5_000 }, () => a)
    const onBroken = vi.fn()
    const { error, seen } = await until(JSON.stringify({ type: 'FeatureCollection', crs: crs(name), features }), {
      onBroken
    })
    expect(error.message).toContain(`the FeatureCollection.crs is "${name}": transform the coordinates`)
    expect([seen, onBroken.mock.calls]).toEqual([[], []])
  }
  const projected = JSON.stringify({ ...collection, crs: crs('EPSG:2056') })
  expect(await read({ crs: 'ignore' }, projected)).toHaveLength(3)
  await expect(read({ crs: 'refuse' }, projected)).rejects.toThrow('transform the coordinates')
  expect(() => parseGeoJson({ crs: 'EPSG:2056' as 'ignore' })).toThrow(
    'crs must be "refuse" or "ignore", got "EPSG:2056"'
  )
  const fine = { ...collection, crs: crs('urn:ogc:def:crs:OGC:1.3:CRS84') }
  expect(await read({}, JSON.stringify(fine))).toHaveLength(3)
})

const large =
  '{"type":"Feature","id":1126128864018916581,"geometry":null,"properties":{"osm":-9007199254740993,"f":1e20,"t":"9007199254740993"}}'

test.each([
  ['a collection', `{"type":"FeatureCollection","features":[${large}]}`],
  ['lines', `${large}\n`],
  ['a file of one', large.replace(',', ',\n')]
])('whole numbers beyond 2^53 are kept from file to file: %s', async (_, text) => {
  const [feature] = await read({}, text)
  expect(feature).toMatchObject({
    id: 1126128864018916581n,
    properties: { osm: -9007199254740993n, f: 1e20, t: '9007199254740993' }
  })
  const parts = await collect(streamOf(feature as object).pipeThrough(formatGeoJson()))
  const written = parts.map((part) => new TextDecoder().decode(part)).join('')
  expect(written).toContain('"id":1126128864018916581,')
  expect(written).toContain('"osm":-9007199254740993,')
  expect(await read({}, written)).toEqual([feature])
})

test('what is written is a FeatureCollection, a feature a line', async () => {
  const text = async (...features: object[]) =>
    (await collect(streamOf(...features).pipeThrough(formatGeoJson())))
      .map((part) => new TextDecoder().decode(part))
      .join('')
  expect(await text()).toBe('{"type":"FeatureCollection","features":[\n]}\n')
  expect(await text(a, b)).toBe(
    `{"type":"FeatureCollection","features":[\n${JSON.stringify(a)},\n${JSON.stringify(b)}\n]}\n`
  )
  const error = await rejection(text({ type: 'Point', coordinates: [1, 2] }))
  expect(error.message).toBe('a value to write must be a GeoJSON Feature, got an object')
})

test('memory does not grow with the file: features are given as they come', async () => {
  const feature = `${JSON.stringify(a)},\n`
  const many = feature.repeat(1_000)
  let pulled = 0
  const source = new ReadableStream<string>(
    {
      pull(to) {
        to.enqueue(pulled++ === 0 ? '{"type":"FeatureCollection","features":[\n' : many)
      }
    },
    { highWaterMark: 0 }
  )
  let seen = 0
  for await (const _ of source.pipeThrough(parseGeoJson())) {
    seen++
    if (seen % 1_000 === 0) expect(pulled).toBeLessThan(seen / 1_000 + 5)
    if (seen === 20_000) break
  }
  expect(seen).toBe(20_000)
})

test('a text that never ends does not fill the memory', async () => {
  const blow = (first: string): ReadableStream<string> => {
    let begun = false
    return new ReadableStream<string>({
      pull(to) {
        to.enqueue(begun ? 'x'.repeat(4 * 1024 * 1024) : first)
        begun = true
      }
    })
  }
  for (const first of ['{"type":"FeatureCollection","features":[{"type":"', '{"type":"Feature","id":"']) {
    const error = await rejection(collect(blow(first).pipeThrough(parseGeoJson())))
    expect(error.message).toContain('is longer than 67108864 bytes')
  }
})

test('an error of the source is passed on as it is, also through gzip', async () => {
  const fault = new Error('disk')
  const packed = await gzip(encoder.encode(byLine(a)))
  for (const start of [encoder.encode(byLine(a, b)).subarray(0, 100), packed.subarray(0, 30)]) {
    const chunks = [start]
    const source = new ReadableStream<Uint8Array>({
      pull(to) {
        const chunk = chunks.shift()
        if (chunk === undefined) throw fault
        to.enqueue(chunk)
      }
    })
    await expect(collect(source.pipeThrough(parseGeoJson()))).rejects.toBe(fault)
  }
})

test('gzip that is cut off says so, after what came before', async () => {
  const packed = await gzip(encoder.encode(byLine(a)))
  const error = await rejection(read({}, packed.subarray(0, packed.length - 20)))
  expect(error.message).toBe('the file is compressed with gzip and cannot be decompressed: it is damaged or incomplete')
})
