import { basic } from '@geoclients/client-core'
import { expect, test } from 'vitest'
import { type Answer, clientOf, empty, fakeServer, json } from '../testing/fake-server.ts'
import { collect } from '../testing/rejection.ts'

/** Its path has what is the password, too. */
const baseUrl = 'https://ogc.example/geoserver/ogc'
const auth = basic({ userName: 'admin', password: 'geoserver' })

/** As the platform's fetch: an answer knows its URL. */
const withUrl =
  (url: string, answer: Answer): Answer =>
  async (call) =>
    Object.defineProperty(await answer(call), 'url', { value: url, configurable: true })

const serve = (routes: Readonly<Record<string, Answer>>) => {
  const server = fakeServer(
    Object.fromEntries(
      Object.entries(routes).map(([path, answer]) => [`GET ${baseUrl}${path}`, withUrl(`${baseUrl}${path}`, answer)])
    )
  )
  return { server, ogc: clientOf(server, { baseUrl, auth }) }
}

test.each([
  ['in the body', json({ jobs: [{ jobID: 'a', status: 'running' }], links: [{ rel: 'next', href: '?offset=1' }] })],
  [
    'in a header',
    json(
      { jobs: [{ jobID: 'a', status: 'running' }], links: [] },
      { headers: { Link: '</geoserver/ogc/jobs?offset=1>; rel="next"' } }
    )
  ]
])('a relative link %s to the next page leads there', async (_, first) => {
  const { ogc, server } = serve({ '/jobs': first, '/jobs?offset=1': json({ jobs: [], links: [] }) })
  await collect(ogc.iterJobs())
  expect(server.lines()).toEqual([`GET ${baseUrl}/jobs`, `GET ${baseUrl}/jobs?offset=1`])
})

test('so does a relative link to an output', async () => {
  const { ogc } = serve({
    '/jobs/j/results': json({ a: { href: 'a.json' }, b: { value: 1 } }),
    '/jobs/j/a.json': json(1)
  })
  const results = await ogc.getJobResults('j', { processId: 'p' })
  expect(await results.get('a').json()).toBe(1)
})

test('a job that only a header names is called what it is', async () => {
  const server = fakeServer({
    [`GET ${baseUrl}/processes/p`]: json({ id: 'p', version: '1', jobControlOptions: ['async-execute'] }),
    [`POST ${baseUrl}/processes/p/execution`]: empty(201, { Location: '/geoserver/ogc/jobs/geoserver-1' })
  })
  const job = await clientOf(server, { baseUrl, auth }).submit('p', {})
  expect(job.id).toBe('geoserver-1')
})
