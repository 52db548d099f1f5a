import { createVirtualClock } from '@geoclients/mock-core'
import { expect, test, vi } from 'vitest'
import type { OgcClient } from '../client/ogc-client.ts'
import { type Answer, clientOf, empty, type FakeServer, fakeServer, hangs, json, text } from '../testing/fake-server.ts'
import { rejection } from '../testing/rejection.ts'

const described = json({ id: 'p', version: '1', jobControlOptions: ['async-execute'], outputs: { a: { schema: {} } } })
const started = json({ jobID: 'j', status: 'accepted' }, { status: 201 })

function serverOf(description: Answer | readonly Answer[]): FakeServer {
  return fakeServer({ 'GET /processes/p': description, 'POST /processes/p/execution': started })
}

/** How often the description was asked for. */
const asked = ({ lines }: FakeServer): number => lines().filter((line) => line === 'GET /processes/p').length

/** An answer that comes when the test says so. */
function later(): { readonly answer: Answer; readonly come: (answer: Answer) => void } {
  let come = (_: Answer): void => {}
  const answer: Answer = (call) => new Promise((resolve) => (come = (given) => resolve(given(call))))
  return { answer, come: (given) => come(given) }
}

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0))
const submit = (ogc: OgcClient, options = {}): Promise<unknown> => ogc.submit('p', {}, options)

test('one description serves all runs, also those that start at the same time', async () => {
  const server = serverOf(described)
  const ogc = clientOf(server)
  await Promise.all([submit(ogc), submit(ogc)])
  await submit(ogc)
  expect(asked(server)).toBe(1)
  expect(server.calls).toHaveLength(4)
})

test('a description is remembered for five minutes, or as long as the client was told', async () => {
  for (const [descriptionLifetime, lifetime] of [
    [undefined, 300_000],
    [50, 50]
  ] as const) {
    const clock = createVirtualClock()
    const server = serverOf(described)
    const ogc = clientOf(server, { clock, descriptionLifetime })
    await submit(ogc)
    await clock.advance(lifetime - 1)
    await submit(ogc)
    expect(asked(server)).toBe(1)
    await clock.advance(1)
    await submit(ogc)
    expect(asked(server)).toBe(2)
  }
})

test('a failure is told to all who waited, and the next one asks again', async () => {
  const server = serverOf([empty(503), described])
  const ogc = clientOf(server)
  const both = await Promise.all([rejection(submit(ogc)), rejection(submit(ogc))])
  expect(both.map(({ status }) => status)).toEqual([503, 503])
  await submit(ogc)
  expect(asked(server)).toBe(2)
})

test('an abort ends the wait of its caller at once, and no other’s', async () => {
  const { answer, come } = later()
  const server = serverOf(answer)
  const ogc = clientOf(server)
  const user = new AbortController()
  const first = rejection(submit(ogc, { signal: user.signal }))
  const second = submit(ogc)
  await turn()
  user.abort('enough')
  const error = await first
  expect(error).toMatchObject({
    code: 'aborted',
    name: 'AbortError',
    cause: 'enough',
    message: 'waiting for the description of process "p" was aborted'
  })
  come(described)
  expect(await second).toMatchObject({ id: 'j' })
  expect(server.lines()).toEqual(['GET /processes/p', 'POST /processes/p/execution'])
})

test('a wait leaves nothing on the signal of its caller, however it ends', async () => {
  const { signal } = new AbortController()
  const added = vi.spyOn(signal, 'addEventListener')
  const removed = vi.spyOn(signal, 'removeEventListener')
  const ogc = clientOf(serverOf([empty(503), described]))
  await rejection(submit(ogc, { signal }))
  await submit(ogc, { signal })
  const listenersOf = (calls: readonly unknown[][]): unknown[] => calls.map(([, listener]) => listener)
  expect(added).toHaveBeenCalled()
  const gone = listenersOf(removed.mock.calls)
  expect(listenersOf(added.mock.calls).filter((listener) => !gone.includes(listener))).toEqual([])
})

test('a signal that was aborted before asks for nothing', async () => {
  const server = serverOf(described)
  const error = await rejection(submit(clientOf(server), { signal: AbortSignal.abort('late') }))
  expect(error).toMatchObject({ code: 'aborted', name: 'AbortError', cause: 'late' })
  expect(server.calls).toEqual([])
})

test('a timeout is that of its caller too', async () => {
  const { answer, come } = later()
  const clock = createVirtualClock()
  const ogc = clientOf(serverOf(answer), { clock })
  const first = rejection(submit(ogc, { timeout: 100 }))
  const second = submit(ogc)
  await clock.advance(100)
  expect(await first).toMatchObject({
    code: 'timeout',
    message: 'the description of process "p" did not arrive within 100 ms'
  })
  come(described)
  expect(await second).toMatchObject({ id: 'j' })
  expect(clock.pending).toBe(0)
})

test('the shared request has the client’s own bound', async () => {
  const clock = createVirtualClock()
  const ogc = clientOf(serverOf(hangs), { clock, timeout: 500 })
  const call = rejection(submit(ogc, { timeout: 10_000 }))
  await clock.advance(500)
  expect((await call).message).toBe('GET https://ogc.example/base/processes/p: no response within 500 ms')
  expect(clock.pending).toBe(0)
})

test('a call with headers of its own shares no description, for it may be somebody else', async () => {
  const server = serverOf(described)
  const ogc = clientOf(server)
  await submit(ogc)
  await submit(ogc, { headers: { Authorization: 'Bearer other' } })
  await submit(ogc, { headers: { Accept: 'image/tiff', 'content-type': 'application/json' } })
  expect(asked(server)).toBe(2)
  expect(server.calls[2]?.headers.get('Authorization')).toBe('Bearer other')
  expect(server.calls[2]?.headers.get('Accept')).toBe('application/json')
})

test('an abort while outputs are named ends the call, though names are worth no failure', async () => {
  const user = new AbortController()
  const server = fakeServer({
    // A map of outputs or the value of one: only the description tells.
    'POST /processes/p/execution': json({ b: 12 }),
    'GET /processes/p': () => {
      user.abort('enough')
      return new Promise(() => {})
    }
  })
  const call = clientOf(server).executeProcess('p', {}, { signal: user.signal })
  expect(await rejection(call)).toMatchObject({ code: 'aborted', cause: 'enough' })
})

test('closing the client while outputs are named ends the call', async () => {
  const server = fakeServer({
    'GET /jobs/j/results': json(12),
    'GET /jobs/j': () => {
      ogc.close()
      return new Promise(() => {})
    }
  })
  const ogc = clientOf(server)
  expect(await rejection(ogc.getJobResults('j'))).toMatchObject({ code: 'closed' })
})

test('getProcess and run share one description', async () => {
  const server = serverOf(described)
  const ogc = clientOf(server)
  const description = await ogc.getProcess('p')
  expect(description.id).toBe('p')
  await submit(ogc)
  expect(server.lines()).toEqual(['GET /processes/p', 'POST /processes/p/execution'])
})

test('run after getProcess takes two requests, also to name its output', async () => {
  const server = fakeServer({
    'GET /processes/p': described,
    'POST /processes/p/execution': text('12', 'application/json')
  })
  const ogc = clientOf(server)
  await ogc.getProcess('p')
  expect((await ogc.run('p', {})).toJSON()).toEqual({ a: 12 })
  expect(server.lines()).toEqual(['GET /processes/p', 'POST /processes/p/execution'])
})

test('getProcess always asks, and what it is told replaces what was known', async () => {
  const other = json({ id: 'p', version: '2', jobControlOptions: ['sync-execute'] })
  const server = serverOf([described, other])
  const ogc = clientOf(server)
  await submit(ogc)
  await ogc.getProcess('p')
  await submit(ogc)
  expect(asked(server)).toBe(2)
  const prefers = server.calls.filter(({ line }) => line.startsWith('POST')).map(({ headers }) => headers.get('Prefer'))
  expect(prefers).toEqual(['respond-async', null])
})

test('what getProcess was told with headers of its own is for nobody else', async () => {
  const server = serverOf(described)
  const ogc = clientOf(server)
  await ogc.getProcess('p', { headers: { Authorization: 'Bearer other' } })
  await submit(ogc)
  expect(asked(server)).toBe(2)
})
