import { afterAll, beforeAll, expect, test } from 'vitest'
import { createOgcMock } from '../ogc-mock.ts'
import { type MockServer, serve } from './index.ts'

const mock = createOgcMock({ baseUrl: 'http://ogc.test/base' })
let server: MockServer

beforeAll(async () => {
  server = await serve(mock)
})
afterAll(() => server.close())

const execute = (processId: string, body: object, init: RequestInit = {}): Promise<Response> =>
  fetch(`${server.url}/processes/${processId}/execution`, {
    method: 'POST',
    body: JSON.stringify(body),
    ...init,
    headers: { 'Content-Type': 'application/json', ...init.headers }
  })

test('a job over HTTP, all links on the server', async () => {
  expect(server.url).toBe(`http://127.0.0.1:${server.port}/base`)
  const created = await execute(
    'sleep_a_while',
    { inputs: { duration: 0.2 } },
    { headers: { Prefer: 'respond-async' } }
  )
  expect(created.status).toBe(201)
  const location = created.headers.get('Location') ?? ''
  expect(location).toMatch(`${server.url}/jobs/job-`)
  expect(await created.json()).toMatchObject({ status: 'running' })
  expect((await fetch(`${location}/results`)).status).toBe(404)
  await expect.poll(async () => (await (await fetch(location)).json()).status).toBe('successful')
  expect(await (await fetch(`${location}/results`)).json()).toBe(0.2)
})

test('a picture by reference, in parts', async () => {
  const reference = { transmissionMode: 'reference' }
  const inputs = { red: [[0.1]], nir: [[0.2]] }
  const answer = await execute('ndvi_statistics', { inputs, outputs: { preview: reference } })
  expect(answer.status).toBe(204)
  const href = /<([^>]+)>; rel="preview"/.exec(answer.headers.get('Link') ?? '')?.[1] ?? ''
  const whole = await (await fetch(href)).bytes()
  const head = await fetch(href, { headers: { Range: 'bytes=0-7' } })
  const tail = await fetch(href, { headers: { Range: 'bytes=8-' } })
  expect([head.status, tail.status]).toEqual([206, 206])
  expect([...(await head.bytes()), ...(await tail.bytes())]).toEqual([...whole])
})

test('who hangs up during a sync run dismisses it', async () => {
  mock.reset()
  const abort = new AbortController()
  const running = execute('sleep_a_while', { inputs: { duration: 60 } }, { signal: abort.signal })
  await expect.poll(async () => (await (await fetch(`${server.url}/jobs`)).json()).jobs.length).toBe(1)
  abort.abort('enough')
  await expect(running).rejects.toBe('enough')
  await expect.poll(async () => (await (await fetch(`${server.url}/jobs/job-1`)).json()).status).toBe('dismissed')
})

test('a subscriber is called over HTTP', async () => {
  const calls: string[] = []
  const subscriber = await serve(async (request) => {
    calls.push(`${new URL(request.url).pathname} ${await request.text()}`)
    return new Response()
  })
  await execute('primes_between', { inputs: { min_val: 90 }, subscriber: { successUri: `${subscriber.url}/ok` } })
  await expect.poll(() => calls).toEqual(['/ok {"return_value":[97]}'])
  await subscriber.close()
})

test('faults over HTTP', async () => {
  mock.failNext('broken-json')
  await expect((await fetch(server.url)).json()).rejects.toBeInstanceOf(SyntaxError)
  mock.failNext('network')
  await expect(fetch(server.url)).rejects.toBeInstanceOf(TypeError)
})
