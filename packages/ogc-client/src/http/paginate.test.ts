import { expect, test, vi } from 'vitest'
import type { OgcClient } from '../client/ogc-client.ts'
import { type Answer, baseUrl, clientOf, empty, fakeServer, hangs, json } from '../testing/fake-server.ts'
import { collect, rejection } from '../testing/rejection.ts'

const job = (jobID: string): object => ({ jobID, status: 'running' })
const page = (jobs: readonly string[], next?: string, rel = 'next'): Answer =>
  json({
    jobs: jobs.map(job),
    links: [{ href: '/', rel: 'self' }, ...(next === undefined ? [] : [{ href: next, rel }])]
  })
const ids = async (source: AsyncIterable<{ jobID: string }>): Promise<string[]> =>
  (await collect(source)).map(({ jobID }) => jobID)

test.each([
  ['absolute', `${baseUrl}/jobs?offset=2`],
  ['relative to the page', '?offset=2'],
  ['relative to the folder of the page', 'jobs?offset=2'],
  ['relative to the host', '/base/jobs?offset=2'],
  ['without its protocol', '//ogc.example/base/jobs?offset=2']
])('a next link may be %s', async (_, href) => {
  const server = fakeServer({ 'GET /jobs': page(['a', 'b'], href), 'GET /jobs?offset=2': page(['c']) })
  expect(await ids(clientOf(server).iterJobs())).toEqual(['a', 'b', 'c'])
  expect(server.lines()).toEqual(['GET /jobs', 'GET /jobs?offset=2'])
})

test('the first page has the filter and every page the headers of the call', async () => {
  const server = fakeServer({
    'GET /jobs?status=running&limit=1': page(['a'], '?cursor=x'),
    'GET /jobs?cursor=x': page(['b'])
  })
  const ogc = clientOf(server, { accessToken: 't' })
  const jobs = ogc.iterJobs({ status: ['running'], limit: 1 }, { headers: { 'X-A': '1' } })
  expect(await ids(jobs)).toEqual(['a', 'b'])
  for (const { headers } of server.calls) {
    expect(Object.fromEntries(headers)).toEqual({ accept: 'application/json', authorization: 'Bearer t', 'x-a': '1' })
  }
})

test('an Accept of the call replaces the default on every page', async () => {
  const server = fakeServer({ 'GET /jobs': page(['a'], '?p=2'), 'GET /jobs?p=2': page(['b']) })
  await ids(clientOf(server).iterJobs({}, { headers: { accept: 'application/problem+json' } }))
  expect(server.calls.map(({ headers }) => headers.get('Accept'))).toEqual([
    'application/problem+json',
    'application/problem+json'
  ])
})

test('iterateLinked: ends at an empty page, though it links on', async () => {
  const server = fakeServer({ 'GET /jobs': page(['a'], '?offset=1'), 'GET /jobs?offset=1': page([], '?offset=2') })
  expect(await ids(clientOf(server).iterJobs())).toEqual(['a'])
  expect(server.calls).toHaveLength(2)
})

test('iterateLinked: goes on after a page of which all was left out, be it of jobs or of processes', async () => {
  const warnings: string[] = []
  const server = fakeServer({
    'GET /jobs': json({ jobs: [{ status: 'running' }], links: [{ href: '?offset=1', rel: 'next' }] }),
    'GET /jobs?offset=1': page(['b']),
    'GET /processes': json({ processes: ['?'], links: [{ href: '?offset=1', rel: 'next' }] }),
    'GET /processes?offset=1': json({ processes: [{ id: 'p' }], links: [] })
  })
  const ogc = clientOf(server, { onWarning: (message) => warnings.push(message) })
  expect(await ids(ogc.iterJobs())).toEqual(['b'])
  expect((await collect(ogc.iterProcesses())).map(({ id }) => id)).toEqual(['p'])
  expect(warnings.map((message) => message.split(',')[0])).toEqual([
    'left out a job without an id',
    'left out a process without an id'
  ])
})

test('iterateLinked: a list that goes on for ever without anything to read is given up', async () => {
  let pages = 0
  const endless: Answer = () =>
    Response.json({ jobs: [{ no: ++pages }], links: [{ href: `${baseUrl}/jobs?offset=${pages}`, rel: 'next' }] })
  const fetch: typeof globalThis.fetch = async () => endless({} as never)
  const ogc = clientOf({ ...fakeServer({}), fetch }, { onWarning: () => {} })
  expect(await rejection(ids(ogc.iterJobs()))).toMatchObject({
    code: 'malformed-body',
    message: `the last 100 pages of the list hold no entry that can be read: ${baseUrl}/jobs?offset=99`
  })
  expect(pages).toBe(100)
})

test.each<[name: string, link: object, isMore: boolean]>([
  ['further in the list', { href: '/base/jobs?offset=2' }, true],
  ['by a cursor', { href: '?cursor=x', title: 'more' }, true],
  ['to the page itself', { href: '/base/jobs?offset=1' }, false],
  ['back in the list', { href: '/base/jobs?offset=0' }, false],
  ['to something else of the page', { href: '/base/jobs?offset=1&f=html' }, false],
  ['to something else', { href: '/base/processes?offset=2' }, false],
  ['nowhere', { href: 'http://[' }, false],
  ['by a relation of its own', { href: '/base/jobs?offset=9', rel: 'last' }, false]
])('iterateLinked: a link without a relation that leads %s is told where it may be the next page', async (...row) => {
  const [, link, isMore] = row
  const warnings: string[] = []
  const server = fakeServer({
    'GET /jobs': page(['a'], '?offset=1'),
    'GET /jobs?offset=1': json({ jobs: [job('b')], links: [link] })
  })
  const ogc = clientOf(server, { onWarning: (message) => warnings.push(message) })
  expect(await ids(ogc.iterJobs())).toEqual(['a', 'b'])
  expect(warnings).toEqual(
    isMore ? [expect.stringMatching(/^the list may continue at https:.*\/jobs\?.*has no relation/)] : []
  )
})

test('ends at a link that was followed before', async () => {
  const server = fakeServer({
    'GET /jobs': page(['a'], '?p=2'),
    'GET /jobs?p=2': page(['b'], '?p=3'),
    'GET /jobs?p=3': page(['c'], 'jobs?p=2')
  })
  expect(await ids(clientOf(server).iterJobs())).toEqual(['a', 'b', 'c'])
  expect(server.calls).toHaveLength(3)
})

test('ends at a link to the first page', async () => {
  const server = fakeServer({ 'GET /jobs': page(['a'], '?p=2'), 'GET /jobs?p=2': page(['b'], '/base/jobs') })
  expect(await ids(clientOf(server).iterJobs())).toEqual(['a', 'b'])
  expect(server.calls).toHaveLength(2)
})

test('ends where the server ignores the offset and links on for ever', async () => {
  const server = fakeServer({
    'GET /jobs': page(['a', 'b'], '?offset=2'),
    'GET /jobs?offset=2': page(['a', 'b'], '?offset=4')
  })
  expect(await ids(clientOf(server).iterJobs())).toEqual(['a', 'b'])
  expect(server.calls).toHaveLength(2)
})

test('ends at a page that names itself as the next one', async () => {
  const server = fakeServer({ 'GET /jobs': page(['a'], '/base/jobs') })
  expect(await ids(clientOf(server).iterJobs())).toEqual(['a'])
  expect(server.calls).toHaveLength(1)
})

test('a previous page is not the next one', async () => {
  const server = fakeServer({ 'GET /jobs': page(['a'], '?offset=0', 'prev') })
  expect(await ids(clientOf(server).iterJobs())).toEqual(['a'])
})

test('pages are fetched as they are asked for', async () => {
  const server = fakeServer({ 'GET /jobs': page(['a', 'b'], '?p=2'), 'GET /jobs?p=2': page(['c'], '?p=3') })
  const jobs = clientOf(server).iterJobs()
  expect(server.calls).toHaveLength(0)
  await jobs.next()
  await jobs.next()
  expect(server.calls).toHaveLength(1)
  expect((await jobs.next()).value).toMatchObject({ jobID: 'c' })
  await jobs.return()
  expect(await jobs.next()).toEqual({ done: true, value: undefined })
  expect(server.calls).toHaveLength(2)
})

test.each([
  ['another host', 'https://elsewhere.example/base/jobs?p=2', 'https://elsewhere.example'],
  ['plain http elsewhere', 'http://ogc.example:8080/base/jobs?p=2', 'http://ogc.example:8080'],
  ['another port', 'https://ogc.example:8443/base/jobs?p=2', 'https://ogc.example:8443'],
  ['no host at all', 'data:application/json,{}', 'null']
])('a next page at %s is not fetched', async (_, href, origin) => {
  const server = fakeServer({ 'GET /jobs': page(['a'], href) })
  const jobs = clientOf(server, { accessToken: 't' }).iterJobs()
  expect((await jobs.next()).value).toMatchObject({ jobID: 'a' })
  expect(await rejection(jobs.next())).toMatchObject({
    code: 'blocked-origin',
    message: `the next page is at ${origin}, which is neither the service's origin nor in trustedOrigins`
  })
  expect(server.calls).toHaveLength(1)
})

test.each<[walk: string, start: (ogc: OgcClient) => AsyncIterable<unknown>, list: string]>([
  ['iterJobs', (ogc) => ogc.iterJobs(), 'GET /jobs'],
  ['iterProcesses', (ogc) => ogc.iterProcesses(), 'GET /processes'],
  ['watchJobs', (ogc) => ogc.watchJobs({}), 'GET /jobs']
])('%s sends nothing to an origin that nobody trusts', async (_, start, list) => {
  const links = [{ href: 'https://elsewhere.example/base/next?p=2', rel: 'next' }]
  const server = fakeServer({ [list]: json({ jobs: [job('a')], processes: [{ id: 'a' }], links }) })
  const ogc = clientOf(server, { accessToken: 't' })
  expect(await rejection(collect(start(ogc)))).toMatchObject({
    code: 'blocked-origin',
    message: expect.stringContaining('the next page is at https://elsewhere.example, which is neither')
  })
  expect(server.lines()).toEqual([list])
})

test('a next page at an origin of trustedOrigins is fetched, with the credentials, and the pages that it links to', async () => {
  const trusted = 'https://elsewhere.example'
  const server = fakeServer({
    'GET /jobs': page(['a'], `${trusted}/jobs?p=2`),
    [`GET ${trusted}/jobs?p=2`]: page(['b'], '?p=3'),
    [`GET ${trusted}/jobs?p=3`]: page(['c'], 'https://elsewhere.example:8443/jobs?p=4')
  })
  const seen: string[] = []
  const walk = async (): Promise<void> => {
    const ogc = clientOf(server, { accessToken: 't', trustedOrigins: [trusted] })
    for await (const { jobID } of ogc.iterJobs()) seen.push(jobID)
  }
  expect(await rejection(walk())).toMatchObject({ code: 'blocked-origin' })
  expect(seen).toEqual(['a', 'b', 'c'])
  expect(server.calls.map(({ headers }) => headers.get('Authorization'))).toEqual(Array(3).fill('Bearer t'))
})

test('a next page of processes may be at an origin of trustedOrigins, too', async () => {
  const next = 'https://elsewhere.example/processes?p=2'
  const server = fakeServer({
    'GET /processes': json({ processes: [{ id: 'a' }], links: [{ href: next, rel: 'next' }] }),
    [`GET ${next}`]: json({ processes: [{ id: 'b' }] })
  })
  const processes = clientOf(server, { trustedOrigins: ['https://elsewhere.example'] }).iterProcesses()
  expect((await collect(processes)).map(({ id }) => id)).toEqual(['a', 'b'])
})

test('a next page that a server behind a proxy names with http is fetched over https', async () => {
  const server = fakeServer({
    'GET /jobs': page(['a'], 'http://ogc.example/base/jobs?p=2'),
    'GET /jobs?p=2': page(['b'], 'http://ogc.example/base/jobs?p=2')
  })
  expect(await ids(clientOf(server, { accessToken: 't' }).iterJobs())).toEqual(['a', 'b'])
  expect(server.calls.map(({ headers }) => headers.get('Authorization'))).toEqual(['Bearer t', 'Bearer t'])
})

test.each<[said: boolean, limit: number | undefined, count: number, links: object[]]>([
  [true, undefined, 10, []],
  [true, 2, 2, [{ rel: 'self', href: '/processes' }]],
  [false, undefined, 9, []],
  [false, 20, 10, []],
  [false, 2, 2, [{ rel: 'prev', href: '/processes?offset=0' }]],
  [false, undefined, 0, []]
])('a full page of processes that leads nowhere is told of (%s): %s, %i, %j', async (said, limit, count, links) => {
  const processes = Array.from({ length: count }, (_, i) => ({ id: `p${i}`, version: '1' }))
  const warnings: string[] = []
  const line = limit === undefined ? 'GET /processes' : `GET /processes?limit=${limit}`
  const ogc = clientOf(fakeServer({ [line]: json({ processes, links }) }), { onWarning: (text) => warnings.push(text) })
  expect(await collect(ogc.iterProcesses({ limit }))).toHaveLength(count)
  expect(warnings).toEqual(
    said
      ? [
          `the list of processes ends after ${count} without a link to a next page; if the server has more, pass a limit`
        ]
      : []
  )
})

test('a next link that is no URL is malformed', async () => {
  const server = fakeServer({ 'GET /jobs': page(['a'], 'https://[') })
  expect(await rejection(ids(clientOf(server).iterJobs()))).toMatchObject({
    code: 'malformed-body',
    message: `GET ${baseUrl}/jobs returned 200, but the body is not a page with a valid next link: got "https://["`
  })
})

test('a page that fails says so as the first one would', async () => {
  const problem = json({ title: 'Gone', detail: 'the cursor is too old' }, { status: 410 })
  const server = fakeServer({ 'GET /jobs': page(['a'], '?p=2'), 'GET /jobs?p=2': problem })
  const error = await rejection(ids(clientOf(server).iterJobs()))
  expect(error).toMatchObject({ code: 'http-status', status: 410, url: `${baseUrl}/jobs?p=2` })
  expect(error.message).toBe(`GET ${baseUrl}/jobs?p=2 returned 410: the cursor is too old`)
  expect(error.apiError).toMatchObject({ title: 'Gone' })
})

test('an abort ends the walk', async () => {
  const server = fakeServer({ 'GET /jobs': page(['a'], '?p=2'), 'GET /jobs?p=2': empty(500) })
  const user = new AbortController()
  const jobs = clientOf(server).iterJobs({}, { signal: user.signal })
  await jobs.next()
  user.abort()
  expect(await rejection(jobs.next())).toMatchObject({ code: 'aborted', name: 'AbortError' })
  expect(server.calls).toHaveLength(1)
})

test('processes are walked alike', async () => {
  const server = fakeServer({
    'GET /processes?limit=1': json({
      processes: [{ id: 'a', version: '1' }],
      links: [{ href: '?limit=1&p=2', rel: 'next' }]
    }),
    'GET /processes?limit=1&p=2': json({ processes: [{ id: 'b' }] })
  })
  expect(await collect(clientOf(server).iterProcesses({ limit: 1 }))).toEqual([
    { id: 'a', version: '1' },
    { id: 'b', version: '' }
  ])
  expect(server.calls.map(({ headers }) => headers.get('Accept'))).toEqual(['application/json', 'application/json'])
})

test('a next link may stand in the header, or have several relations', async () => {
  const linked = (id: string, headers: Record<string, string>): Answer => json({ jobs: [job(id)] }, { headers })
  const server = fakeServer({
    'GET /jobs': linked('1', { Link: '<jobs?page=2>; rel="next"' }),
    'GET /jobs?page=2': json({ jobs: [job('2')], links: [{ href: '?page=3', rel: ['last', 'next'] }] }),
    'GET /jobs?page=3': linked('3', { Link: '<jobs?page=2>; rel="prev"' })
  })
  expect(await ids(clientOf(server).iterJobs())).toEqual(['1', '2', '3'])
})

test('an entry that is no job is warned of', async () => {
  const warnings: string[] = []
  const server = fakeServer({ 'GET /jobs': json({ jobs: [{}, job('1'), {}] }) })
  const ogc = clientOf(server, { onWarning: (message) => warnings.push(message) })
  expect(await ids(ogc.iterJobs())).toEqual(['1'])
  expect(warnings).toEqual(['left out a job without an id, in the list of https://ogc.example/base/jobs'])
})

const walks: Readonly<Record<string, (ogc: OgcClient) => AsyncIterator<unknown, unknown>>> = {
  iterJobs: (ogc) => ogc.iterJobs(),
  iterProcesses: (ogc) => ogc.iterProcesses(),
  watchJobs: (ogc) => ogc.watchJobs({})
}

test.each(Object.entries(walks))('%s: leaving it ends the page under way', async (_, walk) => {
  for (const leave of ['return', 'throw'] as const) {
    const server = fakeServer({
      'GET /jobs': page(['a'], '?offset=1'),
      'GET /processes': json({ processes: [{ id: 'a' }], links: [{ href: '?offset=1', rel: 'next' }] }),
      ...{ 'GET /jobs?offset=1': hangs, 'GET /processes?offset=1': hangs }
    })
    const items = walk(clientOf(server))
    const first = _ === 'watchJobs' ? undefined : await items.next()
    const next = items.next()
    await vi.waitFor(() => expect(server.calls).toHaveLength(2))
    const left = items[leave]?.(new Error('mine')) ?? Promise.resolve()
    const outcome = await left.catch((error: Error) => error.message)
    expect(outcome).toEqual(leave === 'throw' ? 'mine' : { done: true, value: undefined })
    expect([first?.done, await next, server.calls[1]?.signal?.aborted]).toEqual([
      _ === 'watchJobs' ? undefined : false,
      { done: true, value: undefined },
      true
    ])
  }
})
