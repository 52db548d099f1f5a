import { expect, test } from 'vitest'
import { clientOf, empty, fakeServer, json, text } from '../testing/fake-server.ts'
import { rejection } from '../testing/rejection.ts'

const path = 'GET /jobs/j/results/scene'

test.each([
  [
    'an object is the value, also one with the name of the output',
    json({ scene: 5 }),
    { kind: 'value', value: { scene: 5 } }
  ],
  [
    'a qualified value is what it holds',
    json({ value: [1], mediaType: 'application/json' }),
    { kind: 'value', value: [1] }
  ],
  [
    'a link is a reference',
    json({ href: 'x.tif', type: 'image/tiff' }),
    { kind: 'reference', href: 'https://ogc.example/base/jobs/j/results/x.tif' }
  ],
  ['bytes are bytes', text('II*', 'image/tiff'), { kind: 'bytes', mediaType: 'image/tiff' }],
  ['text is text', text('a,b', 'text/csv'), { kind: 'value', value: 'a,b' }],
  [
    'a 204 with a link is a reference',
    empty(204, { Link: '</store/s.tif>; rel="scene"; type="image/tiff"' }),
    { kind: 'reference', href: 'https://ogc.example/store/s.tif' }
  ]
])('one output of a job: %s', async (_, answer, expected) => {
  const server = fakeServer({ [path]: answer })
  expect(await clientOf(server).getJobResult('j', 'scene', { return: 'minimal' })).toMatchObject(expected)
  expect(server.calls[0]?.headers.get('Prefer')).toBe('return=minimal')
})

test('an output of several values that are not here has a link to each', async () => {
  const headers = { 'OGC-Output-Values-Count': '2' }
  const server = fakeServer({
    [path]: text('II*', 'image/tiff', { headers }),
    'GET /jobs/j/results/scene/1': text('second', 'text/plain')
  })
  const scene = await clientOf(server).getJobResult('j', 'scene')
  if (scene.kind !== 'value') throw new Error('it is a list')
  expect(scene.items).toHaveLength(2)
  expect(await scene.items?.[1]?.text()).toBe('second')
})

test.each(['5000000000', 'Infinity', '100001'])('a count of %s values is malformed', async (count) => {
  const headers = { 'OGC-Output-Values-Count': count }
  const ogc = clientOf(fakeServer({ [path]: text('II*', 'image/tiff', { headers }) }))
  expect(await rejection(ogc.getJobResult('j', 'scene'))).toMatchObject({
    code: 'malformed-body',
    message: expect.stringContaining(`not the first of at most 100000 values: got ${Number(count)}`)
  })
})

test('one value of an output is asked for by its place', async () => {
  const headers = { 'OGC-Output-Values-Count': '2' }
  const server = fakeServer({ 'GET /jobs/j/results/scene/0': json({ scene: 5 }, { headers }) })
  expect(await clientOf(server).getJobResultItem('j', 'scene', 0)).toMatchObject({ value: { scene: 5 } })
})

test('an output that is not there is told as the server tells it', async () => {
  const type = 'http://www.opengis.net/def/exceptions/ogcapi-processes-1/1.0/no-such-output'
  const ogc = clientOf(fakeServer({ [path]: json({ type, title: 'None' }, { status: 400 }) }))
  expect(await rejection(ogc.getJobResult('j', 'scene'))).toMatchObject({ status: 400, exception: 'no-such-output' })
})

test('outputs and a profile of results are asked for', async () => {
  const server = fakeServer({ 'GET /jobs/j/results?outputs=a,b&profile=ogc-results': json({ a: 1, b: 2 }) })
  const results = await clientOf(server).getJobResults('j', {
    outputs: ['a', 'b'],
    profile: 'ogc-results',
    return: 'representation'
  })
  expect(results.toJSON()).toEqual({ a: 1, b: 2 })
  expect(server.lines()).toHaveLength(1)
  expect(server.calls[0]?.headers.get('Prefer')).toBe('return=representation')
})

test.each([
  [{ outputs: [] }, 'outputs must be a non-empty array of non-empty strings, got []'],
  [{ profile: 5 }, 'profile must be a non-empty array of non-empty strings, got 5'],
  [{ return: 'links' }, 'return must be "minimal" or "representation", got "links"']
])('%j is refused', async (options, message) => {
  expect(await rejection(clientOf(fakeServer({})).getJobResults('j', options as never))).toMatchObject({ message })
})
