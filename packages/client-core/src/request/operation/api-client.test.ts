import { describe, expect, test } from 'vitest'
import { testApi } from '../../testing/api.ts'
import { countedSignal } from '../../testing/counted-signal.ts'
import { json } from '../../testing/network/bodies.ts'
import { deaf, networkFault } from '../../testing/network/fake-fetch.ts'
import { rejection } from '../../testing/rejection.ts'

const path = { jobID: 'a' }

describe('what is sent', () => {
  test('method, URL with its base path, Accept; no body and no Content-Type', async () => {
    const { api, sent } = testApi([json({ jobs: [] })])
    await api.GET('/jobs')
    expect(sent[0]).toMatchObject({ method: 'GET', url: 'https://api.example/base/jobs', body: undefined })
    expect(Object.fromEntries(sent[0]?.headers ?? [])).toEqual({ accept: 'application/json' })
  })

  test('a body as JSON', async () => {
    const { api, sent } = testApi([json({ id: 'a' }, { status: 201 })])
    await api.POST('/jobs', { body: { inputs: { a: [1, 'ä'] } } })
    expect(sent[0]).toMatchObject({ method: 'POST', body: '{"inputs":{"a":[1,"ä"]}}' })
    expect(sent[0]?.headers.get('Content-Type')).toBe('application/json')
  })

  test('headers of the call and of the contract; they win over Accept', async () => {
    const { api, sent } = testApi([json({})])
    await api.POST('/jobs', {
      params: { header: { Prefer: 'respond-async' } },
      headers: { Accept: 'text/html', 'X-A': '1' },
      body: { inputs: {} }
    })
    expect(Object.fromEntries(sent[0]?.headers ?? [])).toEqual({
      accept: 'text/html',
      'content-type': 'application/json',
      prefer: 'respond-async',
      'x-a': '1'
    })
  })

  test('a text of another kind than JSON as it stands', async () => {
    const { untyped, sent } = testApi([json({}), json({})])
    await untyped.POST('/jobs', { body: 'cwlVersion: v1.2', headers: { 'Content-Type': 'application/cwl' } })
    await untyped.POST('/jobs', { body: 'text' })
    expect(sent.map(({ body }) => body)).toEqual(['cwlVersion: v1.2', '"text"'])
  })

  test('a header of the contract that is undefined is left out', async () => {
    const { api, sent } = testApi([json({})])
    const params = JSON.parse('{"header":{"Prefer":null}}')
    await api.POST('/jobs', { params: { header: { ...params.header } }, body: { inputs: {} } })
    expect(sent[0]?.headers.has('Prefer')).toBe(false)
  })

  test.each([
    [{ limit: 5 }, '?limit=5'],
    [{ limit: 0, status: ['a', 'b c'] }, '?limit=0&status=a&status=b%20c'],
    [{ status: [] }, ''],
    [{ filter: { min: 1 } }, '?filter[min]=1'],
    [{}, ''],
    [{ status: ['a&b=c#d'] }, '?status=a%26b%3Dc%23d']
  ])('the query %j as %s', async (query, expected) => {
    const { api, sent } = testApi([json({ jobs: [] })])
    await api.GET('/jobs', { params: { query } })
    expect(sent[0]?.url).toBe(`https://api.example/base/jobs${expected}`)
  })

  test('names that the contract does not have are encoded, and null is left out', async () => {
    const { untyped, sent } = testApi([json({ jobs: [] })])
    await untyped.GET('/jobs', {
      params: { query: { 'a&b': 1, filter: { 'c=d': 2, e: null }, status: ['x', null], limit: null } }
    })
    expect(sent[0]?.url).toBe('https://api.example/base/jobs?a%26b=1&filter[c%3Dd]=2&status=x')
  })

  test('the media types and the lists of the contract', async () => {
    const rules = { 'GET /jobs': { accept: 'application/geo+json', join: { status: ',' } } }
    const { api, sent } = testApi([json({}), json({})], { rules })
    await api.GET('/jobs', { params: { query: { status: ['a', 'b,c', 'd'], limit: 1 } } })
    await api.GET('/jobs', { params: { query: { status: [] } } })
    const base = 'https://api.example/base/jobs'
    expect(sent.map(({ url }) => url)).toEqual([`${base}?status=a,b%2Cc,d&limit=1`, base])
    expect(sent[0]?.headers.get('Accept')).toBe('application/geo+json')
  })

  test('a path parameter as one segment', async () => {
    const { api, sent } = testApi([new Response(null, { status: 204 })])
    await api.DELETE('/jobs/{jobID}', { params: { path: { jobID: 'a/../b?c' } } })
    expect(sent[0]?.url).toBe('https://api.example/base/jobs/a%2F..%2Fb%3Fc')
  })

  test('the options of the call reach the pipeline', async () => {
    const { api, sent, clock } = testApi([networkFault(), deaf], { rules: { 'DELETE /jobs/{jobID}': { safe: true } } })
    const caller = countedSignal()
    const once = rejection(api.DELETE('/jobs/{jobID}', { params: { path }, retry: false, signal: caller.signal }))
    expect([(await once).code, sent.length, caller.added(), caller.left()]).toEqual(['network', 1, 1, 0])
    const slow = rejection(api.GET('/jobs', { timeout: 70, retry: false }))
    await clock.advance(70)
    expect((await slow).message).toContain('within 70 ms')
  })

  test.each([
    [true, 200, 2],
    [false, 'network', 1],
    [undefined, 'network', 1]
  ])('a POST that the contract calls safe: %s', async (safe, outcome, tries) => {
    const rules = { 'POST /jobs': { safe } }
    const { api, sent, clock } = testApi([networkFault(), json({ result: 1 })], { rules })
    const call = api.POST('/jobs', { body: { inputs: {} } }).then(
      ({ response }) => response.status,
      ({ code }) => code
    )
    await clock.advance(1_000)
    expect([await call, sent.length]).toEqual([outcome, tries])
  })
})

describe('the client', () => {
  test('has the methods of HTTP, and cannot be changed', async () => {
    const { api, sent } = testApi(Array.from({ length: 7 }, () => json({})))
    expect(Object.isFrozen(api)).toBe(true)
    const methods = Object.entries(api) as Array<[string, (path: string) => Promise<unknown>]>
    for (const [, call] of methods) await call('/x')
    expect(sent.map(({ method }) => method)).toEqual(['GET', 'PUT', 'POST', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS'])
  })
})
