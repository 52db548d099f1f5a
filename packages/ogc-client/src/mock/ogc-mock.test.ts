import { expect, test } from 'vitest'
import { type MockProcess, ProcessFailure } from './mock-process.ts'
import { createOgcMock } from './ogc-mock.ts'
import { createTestKit } from './test-kit.ts'

const double: MockProcess = {
  description: {
    id: 'double',
    version: '2.1.0',
    jobControlOptions: ['sync-execute', 'async-execute'],
    inputs: { n: { schema: { type: 'number' } } },
    outputs: { twice: { schema: { type: 'number' } } }
  },
  run: async ({ n }) => {
    if (n === 13) throw new RangeError('unlucky')
    if (n === 14) return {}
    return { twice: Number(n) * 2 }
  }
}

async function processIds(processes: Parameters<typeof createOgcMock>[0]): Promise<string[]> {
  const list = await (await createTestKit(processes).ask('/processes')).json()
  return list.processes.map(({ id }: { id: string }) => id)
}

test('processes are added to the built-in ones', async () => {
  expect(await processIds({ processes: [double] })).toEqual([...(await processIds({})), 'double'])
  const { execute } = createTestKit({ processes: [double] })
  expect(await (await execute('double', { inputs: { n: 21 } })).json()).toBe(42)
})

test('a process with the id of a built-in one takes its place', async () => {
  const mine = { ...double, description: { ...double.description, id: 'primes_between' } }
  expect(await processIds({ processes: [mine] })).toEqual(await processIds({}))
  const { execute } = createTestKit({ processes: [mine] })
  expect(await (await execute('primes_between', { inputs: { n: 1 } })).json()).toBe(2)
})

test('a function chooses from the built-in ones', async () => {
  expect(await processIds({ processes: (builtIn) => [...builtIn.slice(0, 1), double] })).toEqual([
    'primes_between',
    'double'
  ])
})

test('any error of a process fails its job; so does an output that it forgot', async () => {
  const { execute } = createTestKit({ processes: [double] })
  const unlucky = await execute('double', { inputs: { n: 13 } })
  expect(unlucky.status).toBe(500)
  expect((await unlucky.json()).detail).toBe('unlucky')
  const forgot = await execute('double', { inputs: { n: 14 } })
  expect((await forgot.json()).detail).toBe("The process returned no output 'twice'.")
})

test('a process without outputs answers with nothing', async () => {
  const silent: MockProcess = { description: { id: 'silent', version: '1' }, run: () => ({}) }
  const { execute } = createTestKit({ processes: [silent] })
  const raw = await execute('silent', {})
  expect(raw.status).toBe(204)
  expect(await (await execute('silent', { response: 'document' })).json()).toEqual({})
})

test('a failure names its own status and its place', async () => {
  const picky: MockProcess = {
    description: { id: 'picky', version: '1', jobControlOptions: ['async-execute'] },
    duration: () => 1000,
    run: () => {
      throw new ProcessFailure('no', { status: 422, progress: 20 })
    }
  }
  const { submit, job, ask, clock } = createTestKit({ processes: [picky] })
  await submit('picky', {})
  await clock.advance(200)
  expect(await job('job-1')).toMatchObject({ status: 'failed', progress: 20, message: 'no' })
  expect((await ask('/jobs/job-1/results')).status).toBe(422)
})

test('two mocks that are asked the same answer the same', async () => {
  const story = async (): Promise<string[]> => {
    const { ask, execute, submit, clock } = createTestKit()
    await submit('sleep_a_while', { inputs: { duration: 10 } })
    await clock.advance(3210)
    const ndvi = { inputs: { red: [[0.1, 0.2]], nir: [[0.5, 0.9]] } }
    const answers = [await execute('ndvi_statistics', ndvi), await execute('echo_inputs', {}), await ask('/jobs')]
    return Promise.all(answers.map((answer) => answer.text()))
  }
  expect(await story()).toEqual(await story())
})

test('mocks share nothing', async () => {
  const [one, other] = [createTestKit(), createTestKit()]
  await one.submit('primes_between', {})
  one.mock.failNext('network')
  expect((await other.jobs()).jobs).toEqual([])
  expect(one.mock.requests.length).toBe(1)
})

test('reset starts over, with the first id', async () => {
  const { mock, submit, jobs } = createTestKit()
  await submit('primes_between', {})
  await submit('primes_between', {})
  mock.reset()
  expect((await jobs()).jobs).toEqual([])
  expect(await submit('primes_between', {})).toMatchObject({ jobID: 'job-1' })
})

test('links start with the origin of the request and the base path', async () => {
  const mock = createOgcMock({ baseUrl: 'http://ogc.test/base' })
  const response = await mock.fetch('http://other:99/base/processes?limit=1')
  const { processes, links } = await response.json()
  expect(processes[0].links[0].href).toBe('http://other:99/base/processes/primes_between')
  expect(links[1].href).toBe('http://other:99/base/processes?limit=1&offset=1')
  expect((await mock.fetch('http://ogc.test/processes')).status).toBe(404)
})

test('faults go before everything, and say so in no answer of the mock', async () => {
  const { mock, ask, execute, jobs } = createTestKit()
  mock.failNext(
    { status: 429, retryAfter: 7, body: { type: 'about:blank', title: 'Slow down' } },
    { path: '/processes' }
  )
  mock.failNext('html', { method: 'POST' })
  expect((await ask('/')).status).toBe(200)
  const slow = await ask('/processes')
  expect([slow.status, slow.headers.get('Retry-After')]).toEqual([429, '7'])
  expect((await execute('primes_between', {})).status).toBe(502)
  expect((await jobs()).jobs).toEqual([])
  mock.failNext('network')
  await expect(ask('/')).rejects.toThrow('fetch failed')
})

test('a stalled execution has done its work', async () => {
  const { mock, execute, jobs } = createTestKit()
  mock.failNext('stall')
  const response = await execute('primes_between', {})
  await response.body?.cancel()
  expect((await jobs()).jobs).toMatchObject([{ jobID: 'job-1', status: 'successful' }])
})

test('latency passes on the clock of the mock', async () => {
  const { ask, clock } = createTestKit({ latency: 250 })
  const before = clock.now()
  const answer = ask('/').then(() => clock.now() - before)
  await clock.advance(1000)
  expect(await answer).toBe(250)
})

test('requests are kept for assertions', async () => {
  const { mock, execute } = createTestKit()
  await execute('primes_between', { inputs: { max_val: 5 } }, { Prefer: 'respond-async' })
  expect(mock.requests).toMatchObject([
    { method: 'POST', path: '/processes/primes_between/execution', headers: { prefer: 'respond-async' } }
  ])
  expect(JSON.parse(mock.requests[0]?.body ?? '')).toEqual({ inputs: { max_val: 5 } })
})
