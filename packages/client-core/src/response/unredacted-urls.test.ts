import { expect, test } from 'vitest'
import { origin, testPipeline } from '../testing/pipeline.ts'
import { headerLinks, locationOf, urlOf } from './unredacted-urls.ts'

const auth = () => ({ Authorization: `Basic ${btoa('admin:geoserver')}` })
const at = (url: string, init?: ResponseInit) => () =>
  Object.defineProperty(new Response('{}', init), 'url', { value: url, configurable: true })

test('a password that is a part of the path is hidden in what an answer shows, and not in what links are resolved by', async () => {
  const url = `${origin}/geoserver/jobs`
  const headers = { Location: '/geoserver/jobs/1', Link: `<${url}?copy=geoserver>; rel="next"` }
  const { send } = testPipeline([at(url, { status: 201, headers })], { auth })
  const response = await send(url, {})
  expect([response.url, response.headers.get('Location')]).toEqual([`${origin}/***/jobs`, '/***/jobs/1'])
  expect([urlOf(response), locationOf(response)]).toEqual([url, '/geoserver/jobs/1'])
  expect(headerLinks(response)).toEqual([{ href: `${url}?copy=***`, rel: 'next' }])
})

test('a key of the query is in neither', async () => {
  const { send } = testPipeline([at(`${origin}/jobs?k=hunter2-key&copy=hunter2-key`)], {
    auth: () => ({ query: { k: 'hunter2-key' } })
  })
  expect(urlOf(await send(`${origin}/jobs`, {}))).toBe(`${origin}/jobs?copy=***`)
})

test('an answer of which nothing was noted tells its own', () => {
  const response = new Response(null, { headers: { Location: '/a', Link: '</b>; rel="next"' } })
  expect([urlOf(response), locationOf(response), headerLinks(response)]).toEqual([
    '',
    '/a',
    [{ href: '/b', rel: 'next' }]
  ])
  expect(locationOf(new Response())).toBeNull()
})
