import { expect, test } from 'vitest'
import { type ResultsAnswer, read } from '../testing/read-results.ts'
import { rejection } from '../testing/rejection.ts'

const json = 'application/json'
const string = { type: 'string' }

async function told(answer: ResultsAnswer): Promise<{ map: unknown; warnings: number }> {
  const warnings: string[] = []
  const results = await read({ ...answer, warn: (message) => warnings.push(message) })
  return { map: results.toJSON(), warnings: warnings.length }
}

function kinds(results: Awaited<ReturnType<typeof read>>): unknown {
  return [...results].map(([id, { kind, mediaType }]) => [id, kind, mediaType])
}

const collection = { type: 'FeatureCollection', features: [] }
const point = { type: 'Point', coordinates: [7, 51] }

test.each<[name: string, answer: ResultsAnswer, map: unknown, warnings: number]>([
  ['outputs inside', { body: '{"outputs":{"a":1,"b":2}}', ids: ['a', 'b'] }, { a: 1, b: 2 }, 1],
  ['outputs inside that nobody described', { body: '{"outputs":{"a":1}}' }, { a: 1 }, 1],
  [
    'outputs inside the state of a job',
    { body: '{"jobID":"j","updated":"x","outputs":{"a":1},"tags":null}', ids: ['b'] },
    { a: 1 },
    1
  ],
  ['a list of outputs inside', { body: '{"jobID":"j","outputs":[{"id":"a","value":1}]}', ids: ['a'] }, { a: 1 }, 1],
  ['an output really called outputs', { body: '{"outputs":{"a":1}}', ids: ['outputs'] }, { outputs: { a: 1 } }, 0],
  [
    'an output called outputs, beside others',
    { body: '{"outputs":{"a":1},"status":2}', ids: ['outputs', 'status'] },
    { outputs: { a: 1 }, status: 2 },
    0
  ],
  [
    'an only output that has a member of that name',
    { body: '{"outputs":{"x":1}}', ids: ['a'] },
    { a: { outputs: { x: 1 } } },
    0
  ],
  ['GeoJSON that nobody described', { body: JSON.stringify(collection) }, { result: collection }, 0],
  ['GeoJSON of one of several', { body: JSON.stringify(point), ids: ['a', 'b'] }, { result: point }, 0],
  [
    'GeoJSON of an output called features',
    { body: JSON.stringify(collection), ids: ['features'] },
    { features: collection },
    0
  ],
  [
    'outputs that are called as the members of GeoJSON',
    { body: JSON.stringify(collection), ids: ['type', 'features'] },
    { type: 'FeatureCollection', features: [] },
    0
  ],
  ['a map that is no GeoJSON', { body: '{"type":"Point","x":1}' }, { type: 'Point', x: 1 }, 0],
  ['links beside outputs', { body: '{"a":1,"links":[{"href":"/x","rel":"self"}]}', ids: ['a', 'b'] }, { a: 1 }, 0],
  ['links beside outputs that nobody described', { body: '{"a":1,"links":[]}' }, { a: 1 }, 0],
  [
    'links beside a list of outputs',
    { body: '{"outputs":[{"id":"a","value":1}],"links":[]}', ids: ['a'] },
    { a: 1 },
    0
  ],
  ['an output really called links', { body: '{"a":1,"links":[]}', ids: ['a', 'links'] }, { a: 1, links: [] }, 0],
  [
    'NaN',
    { body: '{"a":{"mean":NaN,"n":-Infinity},"b":"NaN \\" Infinity"}', ids: ['a', 'b'] },
    { a: { mean: null, n: null }, b: 'NaN " Infinity' },
    1
  ],
  ['text labelled as JSON', { body: 'hello', ids: ['a'], schemas: { a: string }, requested: 'raw' }, { a: 'hello' }, 1],
  ['markup labelled as JSON', { body: '<a/>', ids: ['a'], schemas: { a: string } }, { a: '<a/>' }, 1],
  [
    'two media types',
    { body: '{"a":1,"b":2}', type: 'application/json, application/json; charset=UTF-8', ids: ['a', 'b'] },
    { a: 1, b: 2 },
    0
  ],
  [
    'two media types, of which the last counts',
    {
      body: '--x\r\nContent-ID: a\r\nContent-Type: text/plain\r\n\r\nhi\r\n--x--\r\n',
      type: 'text/html; charset=UTF-8, multipart/mixed; boundary=x'
    },
    { a: 'hi' },
    0
  ],
  [
    'plain text labelled as a page',
    { body: 'n=5', type: 'text/html', ids: ['a'], schemas: { a: string } },
    { a: 'n=5' },
    1
  ]
])('outputsInside, withoutLinks, isGeoJson, isTextInstead, tryLooseJson, contentType: %s', async (_, ...row) => {
  const [answer, map, warnings] = row
  expect(await told({ type: json, ...answer })).toEqual({ map, warnings })
})

test.each<[name: string, answer: ResultsAnswer, code: string]>([
  [
    'a page labelled as JSON',
    { body: '<html><title>Log in</title></html>', type: json, ids: ['a'], schemas: { a: string } },
    'malformed-body'
  ],
  ['JSON that was cut', { body: '{"a":', type: json, ids: ['a'], schemas: { a: string } }, 'malformed-body'],
  [
    'text labelled as JSON for an output that is none',
    { body: 'hello', type: json, ids: ['a'], schemas: { a: { type: 'object' } } },
    'malformed-body'
  ],
  [
    'a text in place of a document',
    { body: 'hello', type: json, ids: ['a'], schemas: { a: string }, requested: 'document' },
    'malformed-body'
  ],
  ['a page', { body: '\n<html></html>', type: 'text/html', ids: ['a'], schemas: { a: string } }, 'media-type']
])('%s stays an error', async (_name, answer, code) => {
  expect(await rejection(read(answer))).toMatchObject({ code })
})

test('unitOf: a literal with its unit has both', async () => {
  const body = '{"n":{"value":12.5,"uom":{"name":"m2"}},"m":{"value":{"x":1},"uom":"m"},"o":{"value":1,"unit":"m"}}'
  const results = await read({ body, type: json, ids: ['n', 'm', 'o'] })
  expect(results.get('n')).toMatchObject({ kind: 'value', value: 12.5, unit: 'm2' })
  expect(results.get('m')).toMatchObject({ value: { value: { x: 1 }, uom: 'm' }, unit: undefined })
  expect(results.get('o')).toMatchObject({ value: { value: 1, unit: 'm' }, unit: undefined })
  expect(results.toJSON().n).toEqual({ value: 12.5, uom: { name: 'm2' } })
})

test('a link with the roles of an asset is a reference', async () => {
  const results = await read({
    body: '{"a":{"href":"/x.tif","roles":["data"],"type":"image/tiff"}}',
    type: json,
    ids: ['a']
  })
  expect(kinds(results)).toEqual([['a', 'reference', 'image/tiff']])
})

const everything =
  '</jobs/j/inputs>; rel="inputs", </jobs/j/logs>; rel="logs", <http://h/a.tif>; rel="a"; type="image/tiff", <http://h/a.tif>; rel="output"'

test.each<[name: string, link: string, ids: readonly string[], outputs: unknown]>([
  ['links to everything', everything, ['a'], [['a', 'reference', 'image/tiff']]],
  ['links to everything of a process that nobody describes', everything, [], [['a', 'reference', 'image/tiff']]],
  ['an output really called logs', everything, ['logs'], [['logs', 'reference', undefined]]],
  [
    'links of which none is an output',
    '</jobs/j/inputs>; rel="inputs", </jobs/j>; rel="https://www.opengis.net/def/rel/ogc/1.0/results"',
    ['a'],
    []
  ],
  [
    'the only link, of the only output',
    '</x.png>; rel="alternate"; type="image/png"',
    ['a'],
    [['a', 'reference', 'image/png']]
  ],
  ['an only link of two outputs', '</x.png>; rel="alternate"; type="image/png"', ['a', 'b'], []]
])('linkedOutputs: %s', async (_name, link, ids, outputs) => {
  expect(kinds(await read({ status: 204, headers: { Link: link }, ids }))).toEqual(outputs)
})

test('boundaryInBody: a multipart body whose boundary stands in its own head has its parts', async () => {
  const parts = '--q1\r\nContent-ID: n\r\nContent-Type: text/plain\r\n\r\n3\r\n--q1--\r\n'
  const head = 'Content-Type: multipart/related; \r\n\tboundary="q1"\r\n\r\n\r\n'
  for (const body of [head + parts, parts]) {
    expect(await told({ body, type: 'multipart/related' })).toEqual({ map: { n: '3' }, warnings: 1 })
  }
  expect(await rejection(read({ body: 'no parts', type: 'multipart/related' }))).toMatchObject({
    code: 'malformed-body'
  })
})

test('elsewhere: parts that stand for a file elsewhere are references', async () => {
  const body = [
    '--x\r\nContent-ID: a\r\nContent-Type: message/external-body\r\nContent-Location: http://h/f.tif\r\n\r\nfiller\r\n',
    '--x\r\nContent-ID: b\r\nContent-Type: message/external-body; access-type=URL; url="http://h/g.tif"\r\n\r\nContent-Type: image/tiff\r\n\r\n\r\n',
    '--x\r\nContent-ID: c\r\nlink: <http://h/x.csv>; rel="c"; type="text/csv"\r\n\r\n\r\n',
    '--x\r\nContent-ID: d\r\nContent-Type: text/csv\r\nLink: <http://h/about>; rel="about"\r\n\r\n1,2\r\n--x--\r\n'
  ].join('')
  const results = await read({ body, type: 'multipart/mixed; boundary=x' })
  expect(kinds(results)).toEqual([
    ['a', 'reference', undefined],
    ['b', 'reference', undefined],
    ['c', 'reference', 'text/csv'],
    ['d', 'value', 'text/csv']
  ])
  expect(results.get('b')).toMatchObject({ href: 'http://h/g.tif' })
})
