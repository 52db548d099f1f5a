import { expect, test } from 'vitest'
import { createMock, type Mock } from './create-mock.ts'
import { NetworkFault } from './handle.ts'
import { json } from './http/json.ts'
import { createVirtualClock } from './virtual-clock.ts'

function setUp(options: Partial<Parameters<typeof createMock>[0]> = {}) {
  const clock = createVirtualClock()
  let served = 0
  const mock: Mock = createMock({
    baseUrl: 'http://mock.test/base/',
    answer: async () => json({ served: ++served }),
    onReset: () => {
      served = 0
    },
    clock,
    ...options
  })
  const ask = (path: string, init?: RequestInit): Promise<Response> =>
    mock.handle(new Request(`http://mock.test${path}`, init))
  return { mock, clock, ask, served: () => served }
}

test('a base path is kept, a slash at its end is not', () => {
  const { mock } = setUp()
  expect(mock.baseUrl).toBe('http://mock.test/base')
  expect(mock.basePath).toBe('/base')
})

test('records what it was asked', async () => {
  const { mock, ask } = setUp()
  await ask('/base/jobs?status=running&status=failed&limit=2', { headers: { Authorization: 'Bearer x' } })
  await ask('/elsewhere', { method: 'POST', body: 'péng' })
  expect(mock.requests).toEqual([
    {
      method: 'GET',
      url: 'http://mock.test/base/jobs?status=running&status=failed&limit=2',
      path: '/jobs',
      query: { status: ['running', 'failed'], limit: ['2'] },
      headers: { authorization: 'Bearer x' },
      body: ''
    },
    expect.objectContaining({ method: 'POST', path: '/elsewhere', query: {}, body: 'péng' })
  ])
})

test('without a record keeps no request, and faults still find theirs', async () => {
  const { mock, ask } = setUp({ record: false })
  mock.failNext({ status: 503 }, { path: '/jobs' })
  expect((await ask('/base/jobs', { method: 'POST', body: 'long' })).status).toBe(503)
  expect(mock.requests).toEqual([])
})

test('waits as long as latency says, also as a function of the request', async () => {
  const { ask, clock } = setUp({ latency: ({ path }) => (path === '/slow' ? 500 : 0) })
  await ask('/base/quick')
  let answered = false
  const slow = ask('/base/slow').then(() => {
    answered = true
  })
  await clock.advance(499)
  expect(answered).toBe(false)
  await clock.advance(1)
  await slow
  expect(answered).toBe(true)
})

test('latency ends when the request is aborted', async () => {
  const { ask, clock } = setUp({ latency: 500 })
  const abort = new AbortController()
  const slow = ask('/base/', { signal: abort.signal })
  await clock.advance(1)
  abort.abort(new Error('enough'))
  await expect(slow).rejects.toThrow('enough')
  expect(clock.pending).toBe(0)
})

test('reset forgets faults, requests and state', async () => {
  const { mock, ask, served } = setUp()
  mock.failNext('network')
  mock.failNext('network')
  await expect(ask('/base/')).rejects.toBeInstanceOf(NetworkFault)
  mock.reset()
  expect(mock.requests).toEqual([])
  await ask('/base/')
  expect(served()).toBe(1)
})
