import { expect, test } from 'vitest'
import { type Answer, clientOf, empty, fakeServer, json, text } from '../testing/fake-server.ts'
import { read } from '../testing/read-results.ts'
import { rejection } from '../testing/rejection.ts'

const exception = (name: string, status = 404): Answer =>
  json({ type: `http://www.opengis.net/def/exceptions/ogcapi-processes-1/1.0/${name}`, title: name }, { status })
const state = { id: 'j', status: 'successful', processingEntityType: 'ogc-api-processes' }
const routes = {
  'GET /processes/p': json({ id: 'p', version: '1', outputs: { a: {}, b: {} } }),
  'POST /processes/p/execution': json({ ...state, status: 'accepted' }, { status: 201 }),
  'GET /jobs/j': json(state)
}
const plumbing = [
  '<https://ogc.example/base/jobs/j/log>; rel="log"',
  '<https://ogc.example/base/jobs>; rel="up"',
  '<https://ogc.example/base/jobs>; rel="job-list"',
  '<https://example.org/licence>; rel="licence"',
  '<https://example.org/more>; rel="whatever"'
].join(', ')

test('where no output was wanted the links of a 204 are none', async () => {
  const server = fakeServer({ ...routes, 'POST /processes/p/execution': empty(204, { Link: plumbing }) })
  const results = await clientOf(server).run('p', { outputs: {} }, { mode: 'sync' })
  expect([results.size, results.toJSON()]).toEqual([0, {}])
})

test('but a link that an output is named by is one, as version 1.0 answers', async () => {
  const Link = `${plumbing}, <https://ogc.example/base/store/a>; rel="a"`
  const results = await read({ status: 204, headers: { Link }, ids: ['a', 'b'], isNoneWanted: true })
  expect(results.toJSON()).toEqual({ a: { href: 'https://ogc.example/base/store/a', rel: 'a' } })
})

test('a job of which no output was wanted succeeds with none', async () => {
  const ogc = clientOf(fakeServer({ ...routes, 'GET /jobs/j/results': exception('result-not-available') }))
  expect((await ogc.run('p', { outputs: {} }, { mode: 'async' })).toJSON()).toEqual({})
})

test('so does one that another program started, where its state tells the request', async () => {
  const request = { inputs: {}, outputs: {} }
  const ogc = clientOf(
    fakeServer({
      ...routes,
      'GET /jobs/j': json({ ...state, request }),
      'GET /jobs/j/results': exception('result-not-available')
    })
  )
  expect((await ogc.job('j').results()).size).toBe(0)
})

test.each([
  ['result-not-available', exception('result-not-available')],
  ['406', empty(406)]
])('outputs that are served one by one (%s) are fetched so', async (_, answer) => {
  const server = fakeServer({
    ...routes,
    'GET /jobs/j/results': answer,
    'GET /jobs/j/results/a': text('a,b', 'text/csv'),
    'GET /jobs/j/results/b': exception('no-such-output', 400)
  })
  const results = await clientOf(server).run('p', {}, { mode: 'async' })
  expect([...results].map(([id, { kind, mediaType }]) => [id, kind, mediaType])).toEqual([['a', 'value', 'text/csv']])
  expect(await results.get('a').text()).toBe('a,b')
})

test('where none of them is there, the server has said why', async () => {
  const server = fakeServer({
    ...routes,
    'GET /jobs/j/results': exception('result-not-available'),
    'GET /jobs/j/results/a': exception('result-not-available'),
    'GET /jobs/j/results/b': exception('result-not-available')
  })
  expect(await rejection(clientOf(server).run('p', {}, { mode: 'async' }))).toMatchObject({
    exception: 'result-not-available'
  })
})

const list = [
  { href: 'https://store.example/1.tif', type: 'image/tiff' },
  { value: 'R2Vv', encoding: 'base64', mediaType: 'application/octet-stream' }
]

test('an array of links and qualified values has an output for each, and stays the value that it is', async () => {
  const got: unknown[] = []
  const results = await read({
    body: JSON.stringify({ scenes: list, numbers: [1, 2] }),
    type: 'application/json',
    ids: ['scenes', 'numbers'],
    get: async (link) => {
      got.push(link)
      throw new Error('enough')
    }
  })
  const scenes = results.get('scenes')
  if (scenes.kind !== 'value') throw new Error('it is a list')
  expect(scenes.items?.map(({ kind, mediaType }) => [kind, mediaType])).toEqual([
    ['reference', 'image/tiff'],
    ['bytes', 'application/octet-stream']
  ])
  expect(await scenes.items?.[1]?.text()).toBe('Geo')
  await scenes.items?.[0]?.stream().catch(() => {})
  expect(got).toEqual([list[0]])
  expect(results.toJSON()).toEqual({ scenes: list, numbers: [1, 2] })
  expect(results.get('numbers')).not.toMatchObject({ items: expect.anything() })
})

const profile = (name: string) => ({ Link: `<https://www.opengis.net/def/profile/OGC/0/${name}>; rel="profile"` })

test.each([
  ['another profile is the value', profile('ogc-json'), { out: { out: 5 } }],
  ['the profile of results is the map', profile('ogc-results'), { out: 5 }],
  [
    'the profile of results, as the standard spells it, is the map',
    { Link: 'href="https://www.opengis.net/def/profile/OGC/0/ogc-results", rel="profile"' },
    { out: 5 }
  ],
  ['no profile is the map', {}, { out: 5 }]
])('an object with the name of the only output, and %s', async (_, headers, expected) => {
  const results = await read({ body: '{"out":5}', type: 'application/json', ids: ['out'], headers })
  expect(results.toJSON()).toEqual(expected)
})

test('the profile of results tells a map of outputs that nobody described', async () => {
  const headers = profile('ogc-results')
  const body = JSON.stringify({ type: 'Feature', geometry: { value: 1, mediaType: 'text/plain' } })
  const results = await read({ body, type: 'application/json', ids: [], headers })
  expect([...results].map(([id, output]) => [id, output.kind === 'value' && output.value])).toEqual([
    ['type', 'Feature'],
    ['geometry', 1]
  ])
})

test('a link is followed as it asks: with its headers, and with POST on the own origin', async () => {
  const link = {
    href: 'https://ogc.example/base/store/a',
    method: 'POST',
    headers: { 'X-Part': '1' },
    body: { part: 1 }
  }
  const server = fakeServer({
    ...routes,
    'GET /jobs/j/results': json({ a: link, b: { ...link, method: 'GET' } }),
    'POST /store/a': text('all of it', 'text/plain'),
    'GET /store/a': text('got', 'text/plain')
  })
  const ogc = clientOf(server, { accessToken: 'tok-12345' })
  const results = await ogc.run('p', {}, { mode: 'async' })
  expect(await results.get('a').text()).toBe('all of it')
  expect(await (await results.get('a').fetch()).text()).toBe('all of it')
  expect(await results.get('b').text()).toBe('got')
  const sent = server.calls
    .slice(-3)
    .map(({ line, headers, body }) => [line, headers.get('X-Part'), headers.get('Authorization'), body ?? null])
  expect(sent).toEqual([
    ['POST /store/a', '1', 'Bearer tok-12345', '{"part":1}'],
    ['POST /store/a', '1', 'Bearer tok-12345', '{"part":1}'],
    ['GET /store/a', '1', 'Bearer tok-12345', null]
  ])
})

test.each([
  ['POST', 'https://elsewhere.example/a', /POST is at https:\/\/elsewhere.example/],
  ['DELETE', 'https://ogc.example/base/jobs/j', /cannot be fetched with DELETE: only GET and POST are supported/]
])('a link with %s to %s is not followed', async (method, href, message) => {
  const server = fakeServer({ ...routes, 'GET /jobs/j/results': json({ a: { href, method } }) })
  const results = await clientOf(server).run('p', {}, { mode: 'async' })
  const sent = server.calls.length
  expect(await rejection(results.get('a').text())).toMatchObject({
    code: 'blocked-origin',
    message: expect.stringMatching(message)
  })
  expect(server.calls.length).toBe(sent)
})
