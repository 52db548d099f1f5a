import { expect, test } from 'vitest'
import type { Link } from '../../generated/types.ts'
import { builtInProcesses } from '../processes/built-in.ts'
import { createTestKit } from '../test-kit.ts'

test('every link of the landing page leads to an answer of its type', async () => {
  const { ask, mock } = createTestKit({ baseUrl: 'http://ogc.test/api/v1/', title: 'My mock' })
  const { title, links } = await (await ask('/')).json()
  expect(title).toBe('My mock')
  expect(links.map(({ rel }: Link) => rel)).toEqual([
    'self',
    'service-desc',
    'http://www.opengis.net/def/rel/ogc/1.0/conformance',
    'http://www.opengis.net/def/rel/ogc/1.0/processes',
    'http://www.opengis.net/def/rel/ogc/1.0/job-list'
  ])
  for (const { href, type } of links) {
    expect(href).toMatch(/^http:\/\/ogc\.test\/api\/v1\//)
    const response = await mock.fetch(href)
    expect(response.status).toBe(200)
    expect(response.headers.get('Content-Type')).toBe(type)
  }
})

test('declares the classes that it has', async () => {
  const { conformsTo } = await (await createTestKit().ask('/conformance')).json()
  const base = 'http://www.opengis.net/spec/ogcapi-processes-1/1.0/conf/'
  const names = ['core', 'ogc-process-description', 'json', 'oas30', 'job-list', 'callback', 'dismiss']
  expect(conformsTo).toEqual(names.map((name) => base + name))
})

test('the API definition is OpenAPI 3.0, and what it names is there', async () => {
  const { ask, execute } = createTestKit({ baseUrl: 'http://ogc.test/base' })
  const api = await (await ask('/api')).json()
  expect(api.openapi).toBe('3.0.3')
  expect(api.servers).toEqual([{ url: 'http://ogc.test/base' }])
  await execute('primes_between', {})
  for (const [template, operations] of Object.entries<Record<string, object>>(api.paths)) {
    const path = template.replace('{processID}', 'primes_between').replace('{jobID}', 'job-1')
    const allowed = (await ask(path, { method: 'PATCH' })).headers.get('Allow')?.split(', ')
    const named = Object.keys(operations).map((method) => method.toUpperCase())
    expect(allowed?.filter((method) => method !== 'HEAD')).toEqual(named)
  }
})

test('the API definition comes as JSON to those who ask for that', async () => {
  const response = await createTestKit().ask('/api', { headers: { Accept: 'application/json' } })
  expect(response.headers.get('Content-Type')).toBe('application/json')
})

test('the process list has summaries with links, in pages', async () => {
  const { ask, mock } = createTestKit()
  const first = await (await ask('/processes?limit=4')).json()
  const second = await (await mock.fetch(first.links.find(({ rel }: Link) => rel === 'next').href)).json()
  const listed = [...first.processes, ...second.processes]
  expect(listed.map(({ id }) => id)).toEqual(builtInProcesses.map(({ description }) => description.id))
  for (const summary of listed) {
    expect(summary).not.toHaveProperty('inputs')
    expect(summary).not.toHaveProperty('outputs')
    const description = await (await mock.fetch(summary.links[0].href)).json()
    expect(description).toMatchObject({ id: summary.id, version: summary.version, title: summary.title })
  }
})

test('a description is complete and leads to its execution', async () => {
  const { ask } = createTestKit()
  const description = await (await ask('/processes/primes_between')).json()
  expect(description.inputs.min_val.schema).toEqual({ type: 'integer', minimum: 0, default: 0 })
  expect(description.inputs.max_val.schema).toEqual({ type: 'integer', maximum: 100, default: 100 })
  expect(description.outputs.return_value.schema).toEqual({ type: 'array', items: { type: 'integer' } })
  expect(description.links).toEqual([
    expect.objectContaining({ rel: 'self', href: 'http://ogc.test/processes/primes_between' }),
    expect.objectContaining({
      rel: 'http://www.opengis.net/def/rel/ogc/1.0/execute',
      href: 'http://ogc.test/processes/primes_between/execution'
    })
  ])
})

test('an unknown process has no description', async () => {
  const response = await createTestKit().ask('/processes/nope')
  expect(response.status).toBe(404)
  expect(await response.json()).toMatchObject({ type: expect.stringMatching(/\/no-such-process$/) })
})

test.each(['/', '/conformance', '/api', '/processes', '/processes/primes_between', '/jobs'])(
  '%s is only sent as JSON',
  async (path) => {
    const response = await createTestKit().ask(path, { headers: { Accept: 'text/html' } })
    expect(response.status).toBe(406)
    expect(response.headers.get('Content-Type')).toBe('application/problem+json')
  }
)

test('an unknown path', async () => {
  for (const path of ['/nothing', '/processes/', '/jobs/job-1/other', '/jobs/%E0%A4%A']) {
    const response = await createTestKit().ask(path)
    expect(response.status).toBe(404)
    expect(await response.json()).toMatchObject({ type: 'about:blank', status: 404, instance: path })
  }
})

test.each([
  ['POST', '/processes', 'GET, HEAD'],
  ['PUT', '/processes/primes_between', 'GET, HEAD'],
  ['GET', '/processes/primes_between/execution', 'POST'],
  ['POST', '/jobs', 'GET, HEAD'],
  ['PATCH', '/jobs/job-1', 'GET, HEAD, DELETE']
])('%s %s is 405 with Allow: %s', async (method, path, allow) => {
  const response = await createTestKit().ask(path, { method })
  expect(response.status).toBe(405)
  expect(response.headers.get('Allow')).toBe(allow)
  expect(await response.json()).toMatchObject({ status: 405, title: 'Method Not Allowed' })
})

test('HEAD has the headers of GET', async () => {
  const response = await createTestKit().ask('/processes', { method: 'HEAD' })
  expect(response.status).toBe(200)
  expect(response.headers.get('Content-Type')).toBe('application/json')
  expect(await response.text()).toBe('')
})
