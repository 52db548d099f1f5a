import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { networkFault } from '../testing/network/fake-fetch.ts'
import { testPipeline } from '../testing/pipeline.ts'
import { inBrowser } from '../testing/platform.ts'
import { rejection } from '../testing/rejection.ts'

// In Chromium the page is the one that runs the tests.
const page = inBrowser ? globalThis.location.origin : 'https://app.example'

beforeEach(() => {
  if (!inBrowser) vi.stubGlobal('location', { origin: page })
})
afterEach(() => void vi.unstubAllGlobals())

async function messageOf(url: string, fault: unknown): Promise<string> {
  const { send } = testPipeline([() => Promise.reject(fault)], { retry: false })
  const error = await rejection(send(url, {}))
  expect(error).toMatchObject({ code: 'network' })
  return error.message
}

const bare = new TypeError('Failed to fetch')
const there = 'https://api.example/jobs'

test('in a page of another origin CORS is named, with the page and the guide', async () => {
  expect(await messageOf(there, bare)).toBe(
    `GET ${there} failed: Failed to fetch. If the server is up, it probably does not allow requests from ${page} (CORS): see docs/web.md`
  )
})

test.each<[string, string, unknown]>([
  ['at the own origin', `${page}/jobs`, bare],
  ['with a code', there, networkFault('ECONNREFUSED')],
  ['with a cause', there, new TypeError('fetch failed', { cause: new Error('bad port') })],
  ['of another kind', there, new Error('the cable')]
])('a fault %s is not blamed on CORS', async (_, url, fault) => {
  expect(await messageOf(url, fault)).not.toContain('CORS')
})

test("a caller's fetch that gives no Response is not blamed on CORS", async () => {
  const { send } = testPipeline([() => undefined as never], { retry: false })
  expect((await rejection(send(there, {}))).message).toBe(`GET ${there} failed: fetch did not return a Response`)
})

test('a body that breaks off is not blamed on CORS: the server has answered', async () => {
  const body = new ReadableStream({ pull: (stream) => stream.error(new TypeError('network error')) })
  const { ask } = testPipeline([() => Promise.resolve(new Response(body))], { retry: false })
  expect(await rejection(ask(there))).toMatchObject({ code: 'network', message: `GET ${there} failed: network error` })
})
