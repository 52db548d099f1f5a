import type { RequestOptions } from '@geoclients/client-core'
import { expect, test } from 'vitest'
import { OgcClient } from '../client/ogc-client.ts'

async function last<T>(values: AsyncIterable<T>): Promise<T | undefined> {
  let seen: T | undefined
  for await (const value of values) seen = value
  return seen
}

const json = (value: unknown): Response => Response.json(value)

test('the headers of a run go with its polls too', async () => {
  const seen: [string, string | null][] = []
  const answers: Readonly<Record<string, () => Response>> = {
    '/processes/p': () => json({ id: 'p', version: '1', outputs: { a: {} } }),
    '/processes/p/execution': () => Response.json({ jobID: 'j', type: 'process', status: 'accepted' }, { status: 201 }),
    '/jobs/j': () => json({ jobID: 'j', type: 'process', status: 'successful' }),
    '/jobs/j/results': () => json({ a: 1 })
  }
  const ogc = new OgcClient({
    baseUrl: 'https://ogc.example',
    fetch: async (url, init) => {
      const { pathname } = new URL(String(url))
      seen.push([pathname, new Headers(init?.headers).get('X-Tenant')])
      return answers[pathname]?.() ?? new Response(null, { status: 404 })
    }
  })
  await ogc.run('p', {}, { headers: { 'X-Tenant': 'T1' } })
  expect(seen.map(([path]) => path)).toEqual(expect.arrayContaining(Object.keys(answers)))
  expect(seen.every(([, tenant]) => tenant === 'T1')).toBe(true)
})

test.each<[string, (ogc: OgcClient, options: RequestOptions) => Promise<unknown>]>([
  ['wait', (ogc, options) => ogc.job('j').wait(options)],
  ['results', (ogc, options) => ogc.job('j').results(options)],
  ['watch', (ogc, options) => last(ogc.job('j').watch(options))],
  ['watchJobs', (ogc, options) => last(ogc.watchJobs(['j'], options))]
])('the headers of %s go with the polls of a job that is found again', async (_, call) => {
  const ogc = new OgcClient({
    baseUrl: 'https://ogc.example',
    fetch: async (url, init) => {
      if (new Headers(init?.headers).get('X-Tenant') !== 'T1') return new Response(null, { status: 403 })
      const isResults = String(url).endsWith('/results')
      return json(isResults ? { a: 1 } : { jobID: 'j', type: 'process', processID: 'p', status: 'successful' })
    }
  })
  await call(ogc, { headers: { 'X-Tenant': 'T1' } })
  await expect(call(ogc, {})).rejects.toMatchObject({ status: 403 })
})

test('the headers of a submit go with all that the handle sends later', async () => {
  const sent: string[] = []
  const ogc = new OgcClient({
    baseUrl: 'https://ogc.example',
    fetch: async (url, { method = 'GET', headers } = {}) => {
      sent.push(`${method} ${new URL(String(url)).pathname} ${new Headers(headers).get('X-Tenant')}`)
      if (method === 'POST') return Response.json({ jobID: 'j', status: 'accepted' }, { status: 201 })
      return json(String(url).endsWith('/results') ? { a: 1 } : { jobID: 'j', processID: 'p', status: 'successful' })
    }
  })
  const job = await ogc.submit('p', {}, { mode: 'async', headers: { 'X-Tenant': 'T1' } })
  await job.results()
  await job.dismiss()
  expect(sent.filter((line) => !line.endsWith(' T1'))).toEqual([])
  expect(sent.map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual(
    expect.arrayContaining(['GET /jobs/j', 'GET /jobs/j/results', 'DELETE /jobs/j'])
  )
})

test('a dismissal after an abort is sent as its job was', async () => {
  const sent: [method: string, tenant: string | null][] = []
  const user = new AbortController()
  const ogc = new OgcClient({
    baseUrl: 'https://ogc.example',
    fetch: async (_, { method = 'GET', headers } = {}) => {
      sent.push([method, new Headers(headers).get('X-Tenant')])
      if (method === 'GET') user.abort()
      return Response.json({ jobID: 'j', status: 'running' }, { status: method === 'POST' ? 201 : 200 })
    }
  })
  const job = await ogc.submit('p', {}, { mode: 'async', headers: { 'X-Tenant': 'T1' } })
  await expect(job.wait({ signal: user.signal, dismissOnAbort: true })).rejects.toMatchObject({ code: 'aborted' })
  expect(sent).toEqual([
    ['POST', 'T1'],
    ['GET', 'T1'],
    ['DELETE', 'T1']
  ])
})
