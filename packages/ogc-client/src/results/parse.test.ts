import { mostRepaired } from '@geoclients/client-core'
import { expect, test } from 'vitest'
import { type ResultsAnswer, read } from '../testing/read-results.ts'
import { rejection } from '../testing/rejection.ts'

const json = 'application/json'

/** What `toJSON` and each output's kind and media type tell. */
async function told(answer: ResultsAnswer): Promise<{ map: unknown; kinds: unknown }> {
  const results = await read(answer)
  return { map: results.toJSON(), kinds: [...results].map(([id, { kind, mediaType }]) => [id, kind, mediaType]) }
}

test.each<[name: string, answer: ResultsAnswer, map: unknown, kinds: unknown]>([
  // 18-062r2, table 11: raw, value, one output
  ['raw JSON: a number', { body: '12.5', type: json, ids: ['a'] }, { a: 12.5 }, [['a', 'value', json]]],
  ['raw JSON: null', { body: 'null', type: json, ids: ['a'] }, { a: null }, [['a', 'value', json]]],
  ['raw JSON: a text', { body: '"x"', type: json, ids: ['a'] }, { a: 'x' }, [['a', 'value', json]]],
  ['raw JSON: an array', { body: '[1,2]', type: json, ids: ['a'] }, { a: [1, 2] }, [['a', 'value', json]]],
  ['raw JSON: an object', { body: '{"x":1}', type: json, ids: ['a'] }, { a: { x: 1 } }, [['a', 'value', json]]],
  [
    'raw GeoJSON',
    { body: '{"type":"Point","coordinates":[1,2]}', type: 'application/geo+json', ids: ['where'] },
    { where: { type: 'Point', coordinates: [1, 2] } },
    [['where', 'value', 'application/geo+json']]
  ],
  [
    'raw GeoJSON of a process that nobody can describe',
    { body: '{"type":"Point","coordinates":[1,2]}', type: 'application/geo+json' },
    { result: { type: 'Point', coordinates: [1, 2] } },
    [['result', 'value', 'application/geo+json']]
  ],
  [
    'raw GeoJSON of an output whose name is one of its members',
    { body: '{"type":"Point","coordinates":[1,2]}', type: 'application/geo+json', ids: ['type'] },
    { type: { type: 'Point', coordinates: [1, 2] } },
    [['type', 'value', 'application/geo+json']]
  ],
  [
    'raw text',
    { body: 'a;b\n1;2', type: 'text/csv; charset=utf-8', ids: ['table'] },
    { table: 'a;b\n1;2' },
    [['table', 'value', 'text/csv']]
  ],
  [
    'raw text that looks like nothing else',
    { body: '12', type: 'text/plain', ids: ['a'] },
    { a: '12' },
    [['a', 'value', 'text/plain']]
  ],
  [
    'raw bytes',
    { body: Uint8Array.of(0, 255, 10), type: 'image/tiff', ids: ['image'] },
    { image: { value: 'AP8K', encoding: 'base64', mediaType: 'image/tiff' } },
    [['image', 'bytes', 'image/tiff']]
  ],
  [
    'raw bytes without a media type',
    { body: Uint8Array.of(0, 255), ids: ['image'] },
    { image: { value: 'AP8=', encoding: 'base64' } },
    [['image', 'bytes', undefined]]
  ],
  ['raw JSON without a media type', { body: '{"a":1}', ids: ['a'] }, { a: 1 }, [['a', 'value', undefined]]],
  [
    'raw text of one of several outputs',
    { body: 'x', type: 'text/plain', ids: ['a', 'b'] },
    { result: 'x' },
    [['result', 'value', 'text/plain']]
  ],
  ['a raw text that is empty', { type: 'text/plain', ids: ['a'] }, { a: '' }, [['a', 'value', 'text/plain']]],
  [
    'raw bytes that are none',
    { type: 'image/tiff', ids: ['a'] },
    { a: { value: '', encoding: 'base64', mediaType: 'image/tiff' } },
    [['a', 'bytes', 'image/tiff']]
  ],

  [
    '204 with links',
    {
      status: 204,
      headers: {
        Link: '<../../store/a.tif>; rel="a"; type="image/tiff", <https://s.example/b>; rel=b, </jobs/j>; rel=monitor, <x>; rel="self"'
      },
      ids: ['a', 'b']
    },
    {
      a: { href: 'https://ogc.example/base/store/a.tif', rel: 'a', type: 'image/tiff' },
      b: { href: 'https://s.example/b', rel: 'b' }
    },
    [
      ['a', 'reference', 'image/tiff'],
      ['b', 'reference', undefined]
    ]
  ],
  [
    '204 with a link that names nothing',
    { status: 204, headers: { Link: '<https://s.example/b>' }, ids: ['b'] },
    { b: { href: 'https://s.example/b' } },
    [['b', 'reference', undefined]]
  ],
  [
    '204 with two links that name nothing',
    { status: 204, headers: { Link: '<https://s.example/1>, <https://s.example/2>' }, ids: ['a', 'b'] },
    { a: { href: 'https://s.example/1' }, b: { href: 'https://s.example/2' } },
    [
      ['a', 'reference', undefined],
      ['b', 'reference', undefined]
    ]
  ],
  [
    '204 with two links of one relation',
    { status: 204, headers: { Link: '<https://s.example/1>; rel="results", <https://s.example/2>; rel="results"' } },
    {
      results: { href: 'https://s.example/1', rel: 'results' },
      'results.2': { href: 'https://s.example/2', rel: 'results' }
    },
    [
      ['results', 'reference', undefined],
      ['results.2', 'reference', undefined]
    ]
  ],
  [
    '200 with a link and no body, whatever its media type says',
    { type: 'text/plain', headers: { Link: '<https://s.example/a>; rel=a' }, ids: ['a'] },
    { a: { href: 'https://s.example/a', rel: 'a' } },
    [['a', 'reference', undefined]]
  ],
  [
    '204 with links to what is no output',
    {
      status: 204,
      headers: {
        Link: ['self', 'alternate', 'monitor', 'status', 'up', 'collection', 'describedby', 'service-desc']
          .concat('http://www.opengis.net/def/rel/ogc/1.0/results')
          .map((rel) => `</x>; rel="${rel}"`)
          .join(', ')
      }
    },
    {},
    []
  ],
  ['204 with a media type', { status: 204, type: 'text/plain', ids: ['a'] }, {}, []],
  ['200 with nothing and no media type', { ids: ['a'] }, {}, []],
  ['200 with an empty page', { type: 'text/html', ids: ['a'] }, {}, []],
  ['204 with nothing', { status: 204, ids: ['a'] }, {}, []],
  ['200 with nothing, as JSON', { type: json, ids: ['a'] }, {}, []]
])('%s', async (_, answer, map, kinds) => {
  expect(await told(answer)).toEqual({ map, kinds })
})

test.each<[name: string, answer: ResultsAnswer, map: unknown]>([
  ['a page', { body: '<html></html>', type: 'text/html' }, { a: '<html></html>' }],
  ['a page without content', { type: 'text/html' }, { a: '' }],
  ['a page that would be JSON', { body: '5', type: 'text/html' }, { a: '5' }],
  ['text that would be JSON', { body: '{"x":1}', type: 'text/plain' }, { a: '{"x":1}' }],
  ['text that is pygeoapi’s wrapper', { body: '{"id":"echo","value":"Hi"}', type: 'text/plain' }, { a: 'Hi' }]
])('what was asked for is an output: %s', async (_, answer, map) => {
  const types = ['text/html', 'text/plain']
  expect((await read({ ...answer, types, ids: ['a'] })).toJSON()).toEqual(map)
})

test.each<[name: string, body: string, schema: unknown]>([
  ['a text that is a member of its own name', '{"a": 1}', { type: 'string' }],
  ['a text that is pygeoapi’s wrapper', '{"id":"x","value":"stolen"}', { type: 'string' }],
  ['a text that may be null', '{"outputs":[1]}', { type: ['string', 'null'] }],
  ['a list with spaces', '[1,  2]', {}],
  ['a large number', '[12345678901234567890]', undefined],
  ['a map that nobody described', '{"a": 1}', undefined]
])('text/plain is left alone: %s', async (_, body, schema) => {
  const results = await read({ body, type: 'text/plain', ids: ['a'], schemas: { a: schema } })
  expect([await results.get('a').text(), results.toJSON()]).toEqual([body, { a: body }])
})

test.each<[name: string, answer: ResultsAnswer, map: unknown]>([
  [
    'an object by its description',
    { body: '{"x": 1}', ids: ['a'], schemas: { a: { type: 'object' } } },
    { a: { x: 1 } }
  ],
  [
    'a document that was asked for',
    { body: '{"outputs":["hello"]}', ids: ['a'], schemas: { a: { type: 'string' } }, requested: 'document' },
    { a: 'hello' }
  ],
  ['one of several outputs', { body: '{"a": 1}', ids: ['a', 'b'] }, { a: 1 }]
])('readUnlabelled: text/plain is a wrong label: %s', async (_, answer, map) => {
  expect((await read({ ...answer, type: 'text/plain' })).toJSON()).toEqual(map)
})

test('weaver names each link twice, by the output and as an output', async () => {
  const link = '<https://s.example/a>; rel="a"; type="text/csv", <https://s.example/a>; rel="output"; id="a"'
  const profile = '<https://www.opengis.net/dev/profile/OGC/0/ogc-results>; rel="profile"'
  const results = await read({ status: 204, headers: { Link: `${link}, ${profile}` }, ids: ['a'] })
  expect([...results].map(([id]) => id)).toEqual(['a'])
})

test('text is read in its own charset', async () => {
  const body = Uint8Array.of(0xe9)
  expect((await read({ body, type: 'text/csv; charset=iso-8859-1', ids: ['a'] })).toJSON()).toEqual({ a: 'é' })
})

test('a very long text that is not of its charset is given as bytes, which are complete', async () => {
  const body = new Uint8Array(mostRepaired + 1).fill(0x61)
  body[0] = 0xe9
  const start = '--b\r\nContent-ID: a\r\nContent-Type: text/csv\r\n\r\n'
  const parts = new Uint8Array(await new Blob([start, body, '\r\n--b--']).arrayBuffer())
  const asPart = { body: parts, type: 'multipart/related; boundary=b' }
  for (const answer of [{ body, type: 'text/csv', ids: ['a'] }, asPart]) {
    const output = (await read({ ...answer, maxBodyBytes: 1e9 })).get('a')
    expect([output.kind, output.mediaType]).toEqual(['bytes', 'text/csv'])
    const bytes = new Uint8Array(await output.arrayBuffer())
    expect([bytes.length, bytes.findIndex((byte, i) => byte !== body[i])]).toEqual([body.length, -1])
    expect(await rejection(output.text())).toMatchObject({
      code: 'malformed-body',
      message:
        'the output has 25165825 bytes that are not UTF-8 text, labelled text/csv: read arrayBuffer(), and decode it in its charset'
    })
  }
})

test.each<[name: string, answer: ResultsAnswer, code: string, message: RegExp]>([
  [
    'a page',
    { body: '<html><title>Log in</title>', type: 'text/html' },
    'media-type',
    /200 and text\/html instead of JSON: Log in$/
  ],
  ['broken JSON', { body: '{"a":', type: json }, 'malformed-body', /200 and broken JSON: \{"a":$/],
  ['broken GeoJSON', { body: '{', type: 'application/geo+json' }, 'malformed-body', /broken JSON/],
  [
    'half a multipart body',
    { body: '--b\r\n\r\n1\r\n', type: 'multipart/related; boundary=b' },
    'malformed-body',
    /the body is not a complete multipart body: got "one without a closing boundary"$/
  ]
])('parseJson: %s is no result', async (_, answer, code, message) => {
  const error = await rejection(read(answer))
  expect(error.code).toBe(code)
  expect(error.message).toMatch(message)
})
