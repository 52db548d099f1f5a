import { expect, test, vi } from 'vitest'
import { isFeaturesError } from '../errors/features-error.ts'
import { createFeaturesMock } from '../mock/features-mock.ts'
import { createVirtualClock } from '../mock/index.ts'
import type { ItemsQuery } from '../request/items-query.ts'
import { FeaturesClient } from './features-client.ts'

const baseUrl = 'https://features.example/base'
const mock = createFeaturesMock({ baseUrl })
const features = new FeaturesClient({ baseUrl, fetch: mock.fetch, retry: false })
const mercator = 'http://www.opengis.net/def/crs/EPSG/0/3857'

/** A client of a server that gives these answers in turn, and the requests that it got. */
function clientOf(...answers: Response[]): { client: FeaturesClient; sent: Request[]; warnings: string[] } {
  const [sent, warnings]: [Request[], string[]] = [[], []]
  const fetch: typeof globalThis.fetch = async (input, init) => {
    sent.push(new Request(input, init))
    return answers.shift() ?? Response.json({}, { status: 500 })
  }
  const onWarning = (text: string): void => void warnings.push(text)
  return { client: new FeaturesClient({ baseUrl, fetch, retry: false, onWarning, accessToken: 't' }), sent, warnings }
}

async function refusal(call: Promise<unknown>): Promise<string> {
  const error: unknown = await call.catch((reason: unknown) => reason)
  if (!isFeaturesError(error)) throw new Error('expected a FeaturesError', { cause: error })
  return `${error.code}: ${error.message}`
}

async function idsOf(items: AsyncIterable<{ id?: string | number }>): Promise<unknown[]> {
  const ids: unknown[] = []
  for await (const { id } of items) ids.push(id)
  return ids
}

const page = (ids: readonly string[], next?: string): Response =>
  Response.json({
    type: 'FeatureCollection',
    features: ids.map((id) => ({ type: 'Feature', id, geometry: null, properties: null })),
    links: next === undefined ? [] : [{ rel: 'next', href: next }]
  })

test('a query reaches the server as the standard writes it', async () => {
  mock.reset()
  await features.getItems('rivers', {
    ...{
      limit: 2,
      bbox: [5.9, 45.8, 1e-7, 47.9],
      datetime: '2020-01-01T00:00:00Z/..',
      query: { name: 'Aare', age: undefined }
    }
  })
  const [{ url, headers } = { url: '', headers: {} }] = mock.requests
  expect(decodeURIComponent(url)).toBe(
    `${baseUrl}/collections/rivers/items?name=Aare&limit=2&bbox=5.9,45.8,0.0000001,47.9&datetime=2020-01-01T00:00:00Z/..`
  )
  expect(headers).toMatchObject({ accept: 'application/geo+json, application/json;q=0.9' })
})

test.each<[query: unknown, message: string]>([
  [{ limit: 0 }, 'limit must be a whole number from 1 to 10000, got 0'],
  [{ bbox: [1, 2, 3] }, 'bbox must be four numbers [west, south, east, north], or six'],
  [{ bbox: [1, 2, 3] }, 'with the lower corner first, got [1, 2, 3]'],
  [{ bbox: ['1', 2, 3, 4] }, 'with the lower corner first, got an array of 4'],
  [{ bbox: [1, 2, 3, Number.NaN] }, 'bbox must be four numbers'],
  [{ bbox: [1, 5, 3, 4] }, 'bbox must be four numbers'],
  [{ bbox: [1, 2, 9, 3, 4, 8] }, 'bbox must be four numbers'],
  [{ datetime: 'yesterday' }, 'datetime must be an RFC 3339 date-time'],
  [{ datetime: '2026-02-30T00:00:00Z' }, 'got "2026-02-30T00:00:00Z"'],
  [{ datetime: '2026-02-01T00:00:00Z/2026-01-01T00:00:00Z' }, 'an interval of two, the earlier first'],
  [{ crs: 'EPSG' }, 'crs must be a URI'],
  [{ bboxCrs: 4326 }, 'bboxCrs must be a URI'],
  [{ bboxCrs: mercator }, 'bboxCrs must be passed together with bbox, got "http'],
  [{ query: { name: null } }, 'query.name must be one of strings, numbers, booleans or arrays of these, got null'],
  [{ query: { limit: 5 } }, 'query.limit must be passed next to query'],
  [{ box: [1, 2, 3, 4] }, 'query has an unknown member "box"'],
  [null, 'query must be an object']
])('%j is refused before anything is sent', async (query, message) => {
  mock.reset()
  const told = await refusal(features.getItems('rivers', query as ItemsQuery))
  expect(told).toMatch(/^invalid-argument: /)
  expect(told).toContain(message)
  expect(await refusal(features.iterItems('rivers', query as ItemsQuery).next())).toBe(told)
  expect(mock.requests).toEqual([])
})

test('a box over the antimeridian, and one with heights, are sent', async () => {
  mock.reset()
  await features.getItems('rivers', { bbox: [170, -10, -170, 10] })
  await features.getItems('rivers', { bbox: [1, 2, 0, 3, 4, 100] })
  expect(mock.requests).toHaveLength(2)
})

test('all pages are walked, with the media types and headers of the first', async () => {
  const { client, sent } = clientOf(page(['a', 'b'], `${baseUrl}/collections/x/items?cursor=2`), page(['c']))
  const walked = client.iterItems('x', { limit: 2 }, { headers: { 'X-Trace': '7' } })
  expect(await idsOf(walked)).toEqual(['a', 'b', 'c'])
  expect(sent.map(({ url }) => url)).toEqual([
    `${baseUrl}/collections/x/items?limit=2`,
    `${baseUrl}/collections/x/items?cursor=2`
  ])
  for (const { headers } of sent) {
    expect(headers.get('accept')).toContain('application/geo+json')
    expect([headers.get('x-trace'), headers.get('authorization')]).toEqual(['7', 'Bearer t'])
  }
})

test('a page of which all was left out does not end the walk', async () => {
  const links = [{ rel: 'next', href: `${baseUrl}/collections/x/items?cursor=2` }]
  const odd = Response.json({ type: 'FeatureCollection', features: ['no'], links })
  const { client, sent } = clientOf(odd, page(['c']))
  expect(await idsOf(client.iterItems('x'))).toEqual(['c'])
  expect(sent).toHaveLength(2)
})

test('a next page at another origin is not fetched', async () => {
  const { client, sent } = clientOf(page(['a'], 'https://elsewhere.example/items?p=2'))
  expect(await refusal(idsOf(client.iterItems('x')))).toMatch(
    /^blocked-origin: the next page is at https:\/\/elsewhere/
  )
  expect(sent).toHaveLength(1)
})

test('what is no feature is left out and told; a geometry and properties that are missing are null', async () => {
  const features = [{ type: 'Feature', id: 'a' }, 'no', { type: 'Point' }]
  const { client, warnings } = clientOf(Response.json({ type: 'FeatureCollection', features }))
  const { features: read, links } = await client.getItems('x')
  expect([read, links]).toEqual([[{ type: 'Feature', id: 'a', geometry: null, properties: null }], []])
  expect(warnings).toEqual([expect.stringContaining('left out an entry that is not a Feature')])
})

test.each<[what: string, call: (client: FeaturesClient) => Promise<unknown>, body: unknown, message: string]>([
  ['a page', (client) => client.getItems('x'), { features: 'none' }, 'an object with the array "features"'],
  ['a feature', (client) => client.getFeature('x', 1), { type: 'Point' }, 'a Feature'],
  ['a collection', (client) => client.getCollection('x'), { title: 'X' }, 'a collection with an "id"'],
  ['a collection without a name', (client) => client.getCollection('x'), { id: '' }, 'a collection with an "id"'],
  ['collections', (client) => client.getCollections(), [], 'a list of collections'],
  ['conformance', (client) => client.getConformance(), {}, 'an object with the array "conformsTo"']
])('%s that is none is refused', async (_, call, body, message) => {
  const { client } = clientOf(Response.json(body))
  expect(await refusal(call(client))).toContain(`malformed-body: GET ${baseUrl}`)
  expect(await refusal(call(clientOf(Response.json(body)).client))).toContain(message)
})

test('a collection is asked once for its coordinates, and not at all for those that each has', async () => {
  mock.reset()
  const own = new FeaturesClient({ baseUrl, fetch: mock.fetch, retry: false })
  await own.getItems('rivers', { crs: 'http://www.opengis.net/def/crs/OGC/1.3/CRS84' })
  await own.getItems('rivers', { crs: mercator })
  await own.getFeature('rivers', 'inn', { crs: mercator.replace('http:', 'https:') }).catch(() => undefined)
  const { features: page } = await own.getItems('rivers', { bboxCrs: mercator, bbox: [1e6, 5.8e6, 1.2e6, 6e6] })
  expect(page.map(({ id }) => id)).toEqual(['inn'])
  expect(mock.requests.filter(({ path }) => path === '/collections/rivers')).toHaveLength(1)
})

test('a call with headers of its own asks for itself, and they reach every request', async () => {
  const rivers = { id: 'x', links: [], crs: ['#/crs'] }
  const list = { collections: [rivers], links: [], crs: [mercator] }
  const empty = { type: 'FeatureCollection', features: [] }
  const bodies = [rivers, list, empty, rivers, list, empty, rivers, list, empty, empty]
  const { client, sent } = clientOf(...bodies.map((body) => Response.json(body)))
  const call = (headers?: Record<string, string>): Promise<unknown> =>
    client.getItems('x', { crs: mercator }, { headers })
  for (const user of ['ann', 'bob']) await call({ 'X-User': user, Accept: 'application/geo+json' })
  await call()
  await call()
  const [ann, bob] = [Array(3).fill('ann'), Array(3).fill('bob')]
  expect(sent.map(({ headers }) => headers.get('x-user'))).toEqual([...ann, ...bob, null, null, null, null])
  expect(sent[0]?.headers.get('accept')).toBe('application/json')
})

test.each([undefined, { 'X-User': 'ann' }])(
  'all requests of a call share its time and its signal: %j',
  async (headers) => {
    const clock = createVirtualClock()
    const asked: string[] = []
    const slow: typeof globalThis.fetch = async (input) => {
      asked.push(new URL(new Request(input).url).pathname)
      await new Promise<void>((done) => clock.setTimeout(done, 400))
      return Response.json({ id: 'x', links: [], crs: ['#/crs'], collections: [] })
    }
    const client = new FeaturesClient({ baseUrl, fetch: slow, retry: false, clock })
    const call = refusal(client.getItems('x', { crs: mercator }, { timeout: 700, headers }))
    await clock.advance(399)
    expect(asked).toEqual(['/base/collections/x'])
    await clock.advance(300)
    expect(asked).toEqual(['/base/collections/x', '/base/collections'])
    await clock.advance(1)
    expect(await call).toMatch(/^timeout: .* within 700 ms/)
    const abort = new AbortController()
    const aborted = refusal(client.getFeature('y', 1, { crs: mercator }, { signal: abort.signal, headers }))
    abort.abort()
    expect(await aborted).toMatch(/^aborted: /)
  }
)

test.each(['getItems', 'getFeature', 'getCollections'] as const)(
  '%s refuses options that it does not know',
  async (name) => {
    const options = { timeout: 9, timeOut: 5 }
    const { client, sent } = clientOf()
    const calls = {
      getItems: () => client.getItems('x', {}, options),
      getFeature: () => client.getFeature('x', 1, {}, options),
      getCollections: () => client.getCollections(options)
    }
    expect(await refusal(calls[name]())).toBe(
      'invalid-argument: options has an unknown member "timeOut": did you mean "timeout"?'
    )
    expect(sent).toEqual([])
  }
)

test('the path map takes parameters', async () => {
  const { client, sent } = clientOf(Response.json({ id: 'x', links: [] }))
  const { data } = await client.api.GET('/collections/{collectionId}', { params: { path: { collectionId: 'x' } } })
  expect(data).toEqual({ id: 'x', links: [] })
  expect(sent.map(({ url }) => url)).toEqual([`${baseUrl}/collections/x`])
})

test('coordinates that all collections share are those of the list', async () => {
  const collection = { id: 'x', links: [], crs: ['#/crs', 'urn:own'] }
  const list = { collections: [collection], links: [], crs: [mercator] }
  const { client, sent } = clientOf(...[collection, list, {}].map((body) => Response.json(body)))
  expect(await refusal(client.getItems('x', { crs: 'urn:other' }))).toBe(
    `invalid-argument: crs must be a system that the collection "x" lists (${mercator}, urn:own), got "urn:other"`
  )
  expect(sent.map(({ url }) => url.slice(baseUrl.length))).toEqual(['/collections/x', '/collections'])
})

test('an answer in other coordinates than those asked for is refused', async () => {
  const headers = { 'Content-Crs': '<http://www.opengis.net/def/crs/OGC/1.3/CRS84>' }
  const collection = Response.json({ id: 'x', links: [], crs: [mercator] })
  const { client } = clientOf(collection, Response.json({ type: 'FeatureCollection', features: [] }, { headers }))
  expect(await refusal(client.getItems('x', { crs: mercator }))).toMatch(
    /^malformed-body: .* but the body is not in the coordinate system .*3857: got ".*CRS84"$/
  )
})

test('an answer in coordinates that nobody asked for is refused, heights are not', async () => {
  const answer = (crs: string): Response =>
    Response.json({ type: 'FeatureCollection', features: [] }, { headers: { 'Content-Crs': `<${crs}>` } })
  const { client } = clientOf(answer(mercator), answer('http://www.opengis.net/def/crs/OGC/0/CRS84h'))
  expect(await refusal(client.getItems('x'))).toMatch(/not in the coordinate system .*CRS84: got ".*3857"$/)
  expect(await client.getItems('x')).toMatchObject({ features: [] })
})

test.each([['EPSG:3857'], [3857], [{}], [[{}, null]]])('a collection with %j as crs is read', async (crs) => {
  const { client } = clientOf(Response.json({ id: 'x', links: [], crs }))
  expect(await refusal(client.getItems('x', { crs: 'urn:other' }))).toMatch(
    /^invalid-argument: crs must be a system that/
  )
})

test('a failure is the error of this client, with the words of the server', async () => {
  const error: unknown = await features.getFeature('rivers', 'nope').catch((reason: unknown) => reason)
  expect(isFeaturesError(error)).toBe(true)
  expect(error).toMatchObject({ code: 'http-status', status: 404, name: 'FeaturesError' })
  expect(error).toMatchObject({ apiError: { type: 'NotFound', detail: 'there is no feature nope' } })
})

test('settings: unknown ones are refused, shown ones have no token', () => {
  const options = { baseUrl, baseURL: 'x' }
  expect(() => new FeaturesClient(options)).toThrow('unknown member "baseURL"')
  expect(() => new FeaturesClient({ baseUrl, accessToken: 'a b' })).toThrow('accessToken must be')
  using client = new FeaturesClient({ baseUrl, accessToken: 'secret', timeout: 5 })
  expect(client.config).toEqual({ baseUrl, timeout: 5 })
})

test('without onWarning the console is told', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  const fetch = async (): Promise<Response> => Response.json({ collections: [{ id: '' }, { id: 0 }], links: [] })
  const { collections } = await new FeaturesClient({ baseUrl, fetch }).getCollections()
  expect(collections.map(({ id }) => id)).toEqual(['0'])
  expect(warn).toHaveBeenCalledWith(expect.stringContaining('left out a collection without an id'))
  warn.mockRestore()
})
