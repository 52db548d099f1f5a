import { AsyncLocalStorage } from 'node:async_hooks'
import { createVirtualClock } from '@geoclients/mock-core'
import { expect, test } from 'vitest'
import { clientOf, type FakeServer, fakeServer, type SeenCall } from '../testing/fake-server.ts'

const users = new AsyncLocalStorage<string>()
const who = ({ headers }: SeenCall): string => headers.get('Authorization')?.replace('Bearer ', '') ?? 'nobody'

/** A service that shows each user what is his own, and a client that tells users apart by where a call comes from. */
function shared(server: FakeServer, options: object = {}) {
  return clientOf(server, { auth: () => users.getStore() ?? 'nobody', descriptionLifetime: 60_000, ...options })
}

const described = (call: SeenCall) =>
  Response.json({ id: 'p', version: who(call), jobControlOptions: ['sync-execute'] })
const state = (call: SeenCall, jobID: string) => ({ jobID, status: 'successful', message: who(call) })

test('two users who wait for a job of one id through one client: each hears of his own', async () => {
  const clock = createVirtualClock()
  // It takes its time, so that one asks while the other waits.
  const answer = (call: SeenCall): Promise<Response> =>
    new Promise((resolve) => clock.setTimeout(() => resolve(Response.json(state(call, '1'))), 500))
  const server = fakeServer({ 'GET /jobs/1': answer })
  const ogc = shared(server, { clock })
  const wait = (user: string) => users.run(user, () => ogc.job('1').wait())
  const both = Promise.all([wait('ann'), wait('bob')])
  await clock.advance(5_000)
  expect((await both).map(({ message }) => message)).toEqual(['ann', 'bob'])
})

test('the job list is asked for the jobs of one user only', async () => {
  const clock = createVirtualClock()
  const end = clock.now() + 20_000
  const lists: string[] = []
  const answer = (call: SeenCall): Response => {
    const id = call.line.replace('GET /jobs/', '')
    if (!/^GET .jobs(?:[?]|$)/.test(call.line))
      return Response.json({ ...state(call, id), status: clock.now() > end ? 'successful' : 'running' })
    lists.push(who(call))
    // It has the jobs of everybody: what keeps users apart is that nobody reads it for somebody else.
    const status = clock.now() > end ? 'successful' : 'running'
    return Response.json({ jobs: ['a1', 'a2', 'b1', 'b2'].map((id) => ({ ...state(call, id), status })), links: [] })
  }
  const routes = new Proxy({}, { get: () => answer })
  const ogc = shared(fakeServer(routes, clock), { clock })
  const wait = (user: string, id: string) => users.run(user, () => ogc.job(id).wait())
  const all = Promise.all([wait('ann', 'a1'), wait('bob', 'b1'), wait('ann', 'a2'), wait('bob', 'b2')])
  await clock.advance(60_000)
  expect((await all).map(({ message }) => message)).toEqual(['ann', 'bob', 'ann', 'bob'])
  expect(new Set(lists)).toEqual(new Set(['ann', 'bob']))
})

test('descriptions are remembered for whom they were given', async () => {
  const run = (call: SeenCall): Response => Response.json({ who: who(call) })
  const server = fakeServer({ 'GET /processes/p': described, 'POST /processes/p/execution': run })
  const ogc = shared(server)
  const asked = () => server.calls.filter(({ line }) => line === 'GET /processes/p').map(who)
  const start = (user: string) => users.run(user, () => ogc.submit('p', { inputs: {} }))
  await Promise.all([start('ann'), start('bob'), start('ann')])
  await start('bob')
  expect(asked()).toEqual(['ann', 'bob'])
  await users.run('eve', () => ogc.getProcess('p'))
  await start('eve')
  expect(asked()).toEqual(['ann', 'bob', 'eve'])
})

test('where auth fails or is slow nothing is shared, and the calls go on', async () => {
  const clock = createVirtualClock()
  const server = fakeServer({ 'GET /processes/p': described, 'POST /processes/p/execution': () => Response.json(1) })
  const auth = () => new Promise<string>((resolve) => clock.setTimeout(() => resolve('ann'), 3_000))
  const ogc = clientOf(server, { auth, clock, timeout: 60_000 })
  const both = Promise.all([ogc.submit('p', { inputs: {} }), ogc.submit('p', { inputs: {} })])
  await clock.advance(60_000)
  await both
  expect(server.calls.filter(({ line }) => line === 'GET /processes/p')).toHaveLength(2)
  expect(clock.pending).toBe(0)
})
