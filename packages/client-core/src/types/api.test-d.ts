import { describe, expectTypeOf, test } from 'vitest'
import type { Job, Problem, paths } from '../testing/contract.ts'
import type { ApiClient, ApiInit, ApiResponse } from './api.ts'

declare const api: ApiClient<paths>
const path = { jobID: 'a' }

describe('what is answered', () => {
  test('data is what the contract says, for every success; neither any nor unknown', async () => {
    const { data } = await api.GET('/jobs/{jobID}', { params: { path } })
    expectTypeOf(data).toEqualTypeOf<Job | undefined>()
    expectTypeOf(data).not.toBeAny()
    expectTypeOf(data).not.toBeUnknown()
    // @ts-expect-error a typo in a field
    data?.progres
    const posted = await api.POST('/jobs', { body: { inputs: {} } })
    expectTypeOf(posted.data).toEqualTypeOf<{ result: number } | Job | undefined>()
  })

  test('the error is what the contract says, a text, or nothing', async () => {
    const { error } = await api.GET('/jobs/{jobID}', { params: { path } })
    expectTypeOf(error).toEqualTypeOf<Problem | string | undefined>()
    expectTypeOf(error).not.toBeAny()
  })

  test('an answer without a body has none', async () => {
    const { data, error } = await api.DELETE('/jobs/{jobID}', { params: { path } })
    expectTypeOf(data).toEqualTypeOf<undefined>()
    expectTypeOf(error).toEqualTypeOf<string | undefined>()
  })

  test('an error excludes data', async () => {
    const result = await api.GET('/jobs')
    if (result.error !== undefined) expectTypeOf(result.data).toEqualTypeOf<undefined>()
    expectTypeOf(result.response).toEqualTypeOf<Response>()
  })

  test('data follows parseAs', async () => {
    const init = { params: { path } }
    const [text, blob, bytes, stream, json] = await Promise.all([
      api.GET('/jobs/{jobID}', { ...init, parseAs: 'text' }),
      api.GET('/jobs/{jobID}', { ...init, parseAs: 'blob' }),
      api.GET('/jobs/{jobID}', { ...init, parseAs: 'arrayBuffer' }),
      api.GET('/jobs/{jobID}', { ...init, parseAs: 'stream' }),
      api.GET('/jobs/{jobID}', { ...init, parseAs: 'json' })
    ])
    expectTypeOf(text.data).toEqualTypeOf<string | undefined>()
    expectTypeOf(blob.data).toEqualTypeOf<Blob | undefined>()
    expectTypeOf(bytes.data).toEqualTypeOf<ArrayBuffer | undefined>()
    expectTypeOf(stream.data).toEqualTypeOf<ReadableStream<Uint8Array> | null | undefined>()
    expectTypeOf(json.data).toEqualTypeOf<Job | undefined>()
    // @ts-expect-error no such way
    api.GET('/jobs', { parseAs: 'xml' })
    // @ts-expect-error no such way for callers
    api.GET('/jobs', { parseAs: 'response' })
    // @ts-expect-error no such way for callers
    api.GET('/jobs', { parseAs: 'open' })
  })
})

describe('what does not compile', () => {
  test('paths and methods that the contract does not have', () => {
    // @ts-expect-error a typo in the path
    api.GET('/job')
    // @ts-expect-error no path at all
    api.GET()
    // @ts-expect-error no PUT there
    api.PUT('/jobs', {})
    // @ts-expect-error no GET, POST or PATCH where there is none
    api.PATCH('/jobs', {})
    // @ts-expect-error no DELETE on the list
    api.DELETE('/jobs')
    // @ts-expect-error nothing answers HEAD
    api.HEAD('/jobs')
    // @ts-expect-error no such method
    api.TRACE('/jobs')
    // @ts-expect-error openapi-fetch's middleware is not ours
    api.use
  })

  test('parameters that are missing, mistyped or misspelled', () => {
    // @ts-expect-error no init, though a parameter is needed
    api.GET('/jobs/{jobID}')
    // @ts-expect-error no params
    api.GET('/jobs/{jobID}', {})
    // @ts-expect-error no path
    api.GET('/jobs/{jobID}', { params: {} })
    // @ts-expect-error a typo in the parameter
    api.GET('/jobs/{jobID}', { params: { path: { jobId: 'a' } } })
    // @ts-expect-error one too many
    api.GET('/jobs/{jobID}', { params: { path: { jobID: 'a', other: 'b' } } })
    // @ts-expect-error a number for a text
    api.GET('/jobs/{jobID}', { params: { path: { jobID: 1 } } })
    // @ts-expect-error a typo in the query
    api.GET('/jobs', { params: { query: { limti: 5 } } })
    // @ts-expect-error a text for a number
    api.GET('/jobs', { params: { query: { limit: '5' } } })
    // @ts-expect-error no query there
    api.GET('/jobs/{jobID}', { params: { path, query: { limit: 5 } } })
    // @ts-expect-error a typo in a header
    api.POST('/jobs', { params: { header: { Perfer: 'x' } }, body: { inputs: {} } })
    // @ts-expect-error a query that is needed
    api.PATCH('/jobs/{jobID}', { params: { path } })
  })

  test('bodies that are missing, mistyped or misspelled', () => {
    // @ts-expect-error no body
    api.POST('/jobs', {})
    // @ts-expect-error a typo in the body
    api.POST('/jobs', { body: { inptus: {} } })
    // @ts-expect-error one too many
    api.POST('/jobs', { body: { inputs: {}, extra: 1 } })
    // @ts-expect-error no such value
    api.POST('/jobs', { body: { inputs: {}, mode: 'fast' } })
    // @ts-expect-error no body there
    api.GET('/jobs', { body: {} })
    // @ts-expect-error an optional body must be right too
    api.PATCH('/jobs/{jobID}', { params: { path, query: { dry: true } }, body: { progres: 1 } })
  })

  test('options that do not exist', () => {
    // @ts-expect-error a typo in an option
    api.GET('/jobs', { timeuot: 5 })
    // @ts-expect-error a text for a duration
    api.GET('/jobs', { timeout: '5s' })
    // @ts-expect-error openapi-fetch's own options are not ours
    api.GET('/jobs', { baseUrl: 'https://other.example' })
    // @ts-expect-error a method cannot be replaced
    api.GET = api.POST
  })
})

test('what does compile', () => {
  const { signal } = new AbortController()
  api.GET('/jobs')
  api.GET('/jobs', {})
  api.GET('/jobs', {
    params: { query: { limit: 5, status: ['a'], filter: { min: 1 } } },
    signal,
    timeout: 5,
    retry: false
  })
  api.POST('/jobs', { body: { inputs: { a: 1 }, mode: 'async' }, params: { header: { Prefer: 'x' } } })
  api.PATCH('/jobs/{jobID}', { params: { path, query: { dry: true } } })
  api.PATCH('/jobs/{jobID}', { params: { path, query: { dry: true } }, body: { progress: 1 }, headers: { 'X-A': '1' } })
})

test('types for those who wrap the client', () => {
  type Get = paths['/jobs/{jobID}']['get']
  expectTypeOf<ApiInit<Get>['params']>().toEqualTypeOf<{ path: { jobID: string } }>()
  expectTypeOf<ApiResponse<Get>['data']>().toEqualTypeOf<Job | undefined>()
})
