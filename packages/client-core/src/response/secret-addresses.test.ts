import { expect, test } from 'vitest'
import { handOut } from '../request/fetch/hand-out.ts'
import { origin, testPipeline } from '../testing/pipeline.ts'
import { parseLinkHeader } from '../utils/link-header.ts'

const auth = () => ({ Authorization: `Basic ${btoa('admin:geoserver')}` })
const at = (url: string, init?: ResponseInit) => () =>
  Object.defineProperty(new Response('{}', init), 'url', { value: url, configurable: true })

test('a password that is a part of the path is hidden in what an answer shows, and not in what links are resolved by', async () => {
  const url = `${origin}/geoserver/jobs`
  const headers = { Location: '/geoserver/jobs/1', Link: `<${url}?copy=geoserver>; rel="next"` }
  const { ask, secrets } = testPipeline([at(url, { status: 201, headers })], { auth })
  const reply = await ask(url)
  const response = handOut(reply, secrets)
  expect([response.url, response.headers.get('Location')]).toEqual([`${origin}/***/jobs`, '/***/jobs/1'])
  expect(response.headers.get('Link')).not.toContain('geoserver')
  expect([reply.url, reply.headers.get('Location')]).toEqual([url, '/geoserver/jobs/1'])
  expect(parseLinkHeader(reply.headers.get('Link'))).toEqual([{ href: `${url}?copy=geoserver`, rel: 'next' }])
})

test('a key of the query is not in what links count from, and a copy of it is shown to nobody', async () => {
  const { ask, secrets } = testPipeline([at(`${origin}/jobs?k=hunter2-key&copy=hunter2-key`)], {
    auth: () => ({ query: { k: 'hunter2-key' } })
  })
  const reply = await ask(`${origin}/jobs`)
  expect(reply.url).toBe(`${origin}/jobs?copy=hunter2-key`)
  expect(handOut(reply, secrets).url).toBe(`${origin}/jobs?copy=***`)
})

test('an answer that quotes nothing tells its own', async () => {
  const headers = { Location: '/a', Link: '</b>; rel="next"' }
  const { ask, secrets } = testPipeline([at(`${origin}/jobs`, { headers })])
  const response = handOut(await ask(`${origin}/jobs`), secrets)
  expect([response.url, response.headers.get('Location'), parseLinkHeader(response.headers.get('Link'))]).toEqual([
    `${origin}/jobs`,
    '/a',
    [{ href: '/b', rel: 'next' }]
  ])
})
