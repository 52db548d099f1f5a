import { expect, test } from 'vitest'
import { type ResultsAnswer, read } from '../../testing/read-results.ts'
import { rejection } from '../../testing/rejection.ts'

const json = 'application/json'

/** What `toJSON` and each output's kind and media type tell. */
async function told(answer: ResultsAnswer): Promise<{ map: unknown; kinds: unknown }> {
  const results = await read(answer)
  return { map: results.toJSON(), kinds: [...results].map(([id, { kind, mediaType }]) => [id, kind, mediaType]) }
}

test.each<[name: string, answer: ResultsAnswer, map: unknown, kinds: unknown]>([
  [
    'a document of values',
    { body: '{"a":1,"b":[1,2],"c":null,"d":"x","e":{"x":1}}', type: json, ids: ['a', 'b', 'c', 'd', 'e'] },
    { a: 1, b: [1, 2], c: null, d: 'x', e: { x: 1 } },
    ['a', 'b', 'c', 'd', 'e'].map((id) => [id, 'value', undefined])
  ],
  [
    'a document of the only output',
    { body: '{"a":{"a":1}}', type: json, ids: ['a'] },
    { a: { a: 1 } },
    [['a', 'value', undefined]]
  ],
  [
    'a document of some outputs',
    { body: '{"b":1}', type: json, ids: ['a', 'b'] },
    { b: 1 },
    [['b', 'value', undefined]]
  ],
  [
    'a document with more than was asked for',
    { body: '{"a":1,"z":2}', type: json, ids: ['a'] },
    { a: 1, z: 2 },
    [
      ['a', 'value', undefined],
      ['z', 'value', undefined]
    ]
  ],
  [
    'a document of a process that nobody can describe',
    { body: '{"a":1,"b":2}', type: json },
    { a: 1, b: 2 },
    [
      ['a', 'value', undefined],
      ['b', 'value', undefined]
    ]
  ],
  ['a document of nothing', { body: '{}', type: json, ids: ['a'] }, {}, []],
  [
    'qualified values',
    {
      body: '{"a":{"value":{"x":1},"mediaType":"application/geo+json"},"b":{"value":"AP8=","encoding":"base64","mediaType":"image/png"},"c":{"value":"%","encoding":"base64"},"d":{"value":5,"format":{"mediaType":"application/x"}}}',
      type: json,
      ids: ['a', 'b', 'c', 'd']
    },
    {
      a: { value: { x: 1 }, mediaType: 'application/geo+json' },
      b: { value: 'AP8=', encoding: 'base64', mediaType: 'image/png' },
      c: { value: '%', encoding: 'base64' },
      d: { value: 5, format: { mediaType: 'application/x' } }
    },
    [
      ['a', 'value', 'application/geo+json'],
      ['b', 'bytes', 'image/png'],
      ['c', 'value', undefined],
      ['d', 'value', 'application/x']
    ]
  ],
  [
    'links, one as GeoServer has it, one relative',
    {
      body: '{"a":{"href":"https://s.example/a.tif","type":"image/tiff"},"b":{"href":"/b.tif","mediaType":"image/tiff","title":"B"},"c":{"href":"https://["}}',
      type: json,
      ids: ['a', 'b', 'c']
    },
    {
      a: { href: 'https://s.example/a.tif', type: 'image/tiff' },
      b: { href: 'https://ogc.example/b.tif', mediaType: 'image/tiff', title: 'B', type: 'image/tiff' },
      c: { href: 'https://[' }
    },
    [
      ['a', 'reference', 'image/tiff'],
      ['b', 'reference', 'image/tiff'],
      ['c', 'reference', undefined]
    ]
  ],
  [
    'values that only look like links and qualified values',
    {
      body: '{"a":{"href":"x","size":1},"b":{"value":1,"unit":null},"c":{"value":1,"unit":"m"},"d":{"href":5}}',
      type: json,
      ids: ['a', 'b', 'c', 'd']
    },
    { a: { href: 'x', size: 1 }, b: { value: 1, unit: null }, c: { value: 1, unit: 'm' }, d: { href: 5 } },
    ['a', 'b', 'c', 'd'].map((id) => [id, 'value', undefined])
  ]
])('%s', async (_, answer, map, kinds) => {
  expect(await told(answer)).toEqual({ map, kinds })
})

test.each<[name: string, answer: ResultsAnswer, value: unknown]>([
  ['in the map of a document it is a qualified value', { body: '{"a":{"value":5}}', ids: ['a', 'b'] }, 5],
  ['so it is in a map of a process unknown', { body: '{"a":{"value":5}}' }, 5],
  ['as the whole of a raw output it is an object', { body: '{"value":5}', ids: ['a'] }, { value: 5 }],
  ['pygeoapi: in a raw result it is an object', { body: '{"id":"x","value":{"value":5}}', ids: ['a'] }, { value: 5 }],
  ['pygeoapi: in a list it is an object', { body: '{"outputs":[{"a":{"value":5}}]}', ids: ['a'] }, { value: 5 }]
])('a value alone: %s', async (_, answer, value) => {
  const results = await read({ ...answer, type: json })
  expect(results.get('a')).toMatchObject({ kind: 'value', value })
})

test.each<[name: string, answer: ResultsAnswer, map: unknown]>([
  ['a raw result', { body: '{"id":"echo","value":"Hi"}', type: json, ids: ['out'] }, { out: 'Hi' }],
  ['a raw result of a process unknown', { body: '{"id":"echo","value":"Hi"}', type: json }, { echo: 'Hi' }],
  [
    'a raw result labelled text/plain',
    { body: '{\n "id": "echo",\n "value": "Hi"\n}', type: 'text/plain', ids: ['out'] },
    { out: 'Hi' }
  ],
  [
    'a raw result labelled text/html',
    { body: '{"id":"echo","value":"Hi"}', type: 'text/html', ids: ['out'] },
    { out: 'Hi' }
  ],
  ['a bare value labelled text/html', { body: '5', type: 'text/html', ids: ['out'] }, { out: 5 }],
  ['a document', { body: '{"outputs":[{"id":"echo","value":"Hi"}]}', type: json, ids: ['out'] }, { out: 'Hi' }],
  [
    'a document that holds the map of outputs in a list',
    {
      body: '{"outputs":[{"mean":0.67,"image":{"value":"iVBO","mediaType":"image/png","encoding":"base64"}}]}',
      type: json,
      ids: ['mean', 'image']
    },
    { mean: 0.67, image: { value: 'iVBO', mediaType: 'image/png', encoding: 'base64' } }
  ],
  [
    'a document that holds the only output in a list',
    { body: '{"outputs":["hello"]}', type: json, ids: ['a'] },
    { a: 'hello' }
  ],
  ['a document with a list in a list', { body: '{"outputs":[[2,3,5]]}', type: json, ids: ['a'] }, { a: [2, 3, 5] }],
  [
    'a document with a feature in a list',
    { body: '{"outputs":[{"type":"Feature","id":"f"}]}', type: json, ids: ['a'] },
    { a: { type: 'Feature', id: 'f' } }
  ],
  ['a document in a list of a process unknown', { body: '{"outputs":[{"a":1,"b":2}]}', type: json }, { a: 1, b: 2 }],
  [
    'a list in a list in a list',
    { body: '{"outputs":[{"outputs":[1]}]}', type: json, ids: ['a'] },
    { a: { outputs: [1] } }
  ],
  [
    'a list of several that name nothing',
    { body: '{"outputs":[1,2]}', type: json, ids: ['a'] },
    { a: { outputs: [1, 2] } }
  ],
  ['an output that is named outputs', { body: '{"outputs":[1]}', type: json, ids: ['outputs'] }, { outputs: [1] }],
  [
    'a document of two',
    { body: '{"outputs":[{"id":"a","value":1},{"id":"b","value":2}]}', type: json, ids: ['a', 'b'] },
    { a: 1, b: 2 }
  ],
  [
    'a document of two, in the processor’s words',
    { body: '{"outputs":[{"id":"x","value":1},{"id":"y","value":2}]}', type: json, ids: ['a', 'b'] },
    { a: 1, b: 2 }
  ],
  [
    'a document with one name twice',
    { body: '{"outputs":[{"id":"echo","value":1},{"id":"echo","value":2}]}', type: json },
    { echo: 1, 'echo.2': 2 }
  ],
  [
    'outputs that are named id and value',
    { body: '{"id":"echo","value":"Hi"}', type: json, ids: ['id', 'value'] },
    { id: 'echo', value: 'Hi' }
  ],
  [
    'text that only begins like JSON',
    { body: '[1] see below', type: 'text/plain', ids: ['out'] },
    { out: '[1] see below' }
  ]
])('pygeoapi: %s', async (_, answer, map) => {
  expect((await told(answer)).map).toEqual(map)
})

test.each<[name: string, value: unknown, output: object]>([
  [
    'the Copernicus stores: an asset',
    {
      type: 'application/json',
      value: {
        type: 'application/x-grib',
        href: 'https://s.example/a.grib',
        'file:size': 5,
        'file:local_path': 's3://c/a'
      }
    },
    { kind: 'reference', href: 'https://s.example/a.grib', mediaType: 'application/x-grib' }
  ],
  [
    'weaver: a file with its format',
    { href: 'https://s.example/a.tif', type: 'image/tiff', format: { mediaType: 'image/tiff' }, digestMultibase: 'z1' },
    { kind: 'reference', href: 'https://s.example/a.tif', mediaType: 'image/tiff' }
  ],
  ['weaver: a literal with its type', { value: 'x', dataType: { name: 'string' } }, { kind: 'value', value: 'x' }],
  ['javaPS: an inline value', { inlineValue: { x: 1 } }, { kind: 'value', value: { x: 1 } }]
])('%s', async (_, value, output) => {
  const results = await read({ body: JSON.stringify({ a: value }), type: json, ids: ['a'] })
  expect(results.get('a')).toMatchObject(output)
})

test('ZOO: a list of outputs in place of their map, where their names are known', async () => {
  const body = '[{"id":"a","value":"x;y","format":{"mediaType":"text/csv"}},{"id":"b","href":"https://s.example/b"}]'
  const results = await read({ body, type: json, ids: ['a', 'b'] })
  expect([...results].map(([id, { kind, mediaType }]) => [id, kind, mediaType])).toEqual([
    ['a', 'value', 'text/csv'],
    ['b', 'reference', undefined]
  ])
  expect([...(await read({ body, type: json, ids: ['c'] }))].map(([id]) => id)).toEqual(['c'])
})

test('ZOO: a list in the server’s words, where it has as many as the process', async () => {
  const body = '[{"id":"result","value":1}]'
  expect((await read({ body, type: json, ids: ['a'] })).toJSON()).toEqual({ a: 1 })
  const schemas = { a: { type: 'array' } }
  expect((await read({ body, type: json, ids: ['a'], schemas })).toJSON()).toEqual({ a: [{ id: 'result', value: 1 }] })
  expect((await read({ body, type: json, ids: ['a', 'b'] })).toJSON()).toEqual({ result: [{ id: 'result', value: 1 }] })
})

test('GeoServer: outputs inside of an open reference are outputs', async () => {
  const body = '{"a":{"mediaType":"image/tiff","href":"https://s.example/a","b":{"mediaType":"text/csv","href":"/b"}}}'
  const results = await read({ body, type: json, ids: ['a', 'b'] })
  expect([...results].map(([id, { kind, mediaType }]) => [id, kind, mediaType])).toEqual([
    ['a', 'reference', 'image/tiff'],
    ['b', 'reference', 'text/csv']
  ])
})

test('a body of wrappers without end is read without a fault', async () => {
  const nested = (open: string, close: string): string => `${open.repeat(5_000)}1${close.repeat(5_000)}`
  for (const body of [nested('{"outputs":[', ']}'), `{"a":${nested('{"href":"x","a":', '}')}}`]) {
    expect((await read({ body, type: json, ids: ['a'] })).size).toBe(1)
  }
})

test('more outputs than any process has are malformed, in a map and in a list', async () => {
  const ids = Array.from({ length: 100_001 }, (_, i) => `o${i}`)
  const map = Object.fromEntries(ids.map((id) => [id, 1]))
  for (const body of [map, { outputs: ids.map((id) => ({ id, value: 1 })) }]) {
    const error = await rejection(read({ body: JSON.stringify(body), type: 'application/json', maxBodyBytes: 1e8 }))
    expect(error).toMatchObject({ code: 'malformed-body', message: expect.stringContaining('at most 100000 outputs') })
  }
})

test('ids with the names of prototypes are ids', async () => {
  const results = await read({ body: '{"__proto__":1,"constructor":{"value":2},"toString":[3]}', type: json })
  expect([...results].map(([id]) => id)).toEqual(['__proto__', 'constructor', 'toString'])
  expect(results.get('__proto__')).toMatchObject({ value: 1 })
  expect(JSON.stringify(results)).toBe('{"__proto__":1,"constructor":{"value":2},"toString":[3]}')
  const none = await read({ body: '{"a":1}', type: json })
  expect([none.has('__proto__'), none.has('constructor')]).toEqual([false, false])
})
