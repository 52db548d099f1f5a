import { describe, expect, test } from 'vitest'
import { createTestKit, type TestKit } from '../test-kit.ts'

// That answers are those of the real server is proven by the contract. Here is what the contract does not ask.

const kitOf = (): TestKit => createTestKit({ dialect: 'pygeoapi' })
const execution = '/processes/primes_between/execution'

describe('an execution', () => {
  test.each([
    ['', { code: 'MissingParameterValue', description: 'missing request data' }],
    ['{nope', { code: 'InvalidParameterValue', description: 'invalid request data' }],
    [
      '{"subscriber": {"failedUri": "http://me/"}}',
      { code: 'MissingParameterValue', description: 'Missing successUri' }
    ]
  ])('with the body %j is refused', async (body, error) => {
    const answer = await kitOf().ask(execution, { method: 'POST', body })
    expect(answer.status).toBe(400)
    expect(await answer.json()).toEqual({ type: error.code, ...error })
  })

  test('with a wrong input makes a job that fails', async () => {
    const { submit, job, ask } = kitOf()
    const { jobID } = await submit('primes_between', { inputs: { max_val: 'x' } })
    const reason = 'InvalidParameterValue: Error executing process: Input \'max_val\' must be a whole number, not "x".'
    expect(await job(jobID)).toMatchObject({ status: 'failed', message: expect.stringContaining(reason), progress: 5 })
    const results = await ask(`/jobs/${jobID}/results`)
    expect([results.status, await results.json()]).toMatchObject([400, { description: 'job failed' }])
  })

  test('does not say that it waited where that was asked for by this one word', async () => {
    const { ask } = kitOf()
    const applied = async (prefer: string): Promise<string | null> => {
      const answer = await ask(execution, { method: 'POST', body: '{}', headers: { Prefer: prefer } })
      return answer.headers.get('Preference-Applied')
    }
    expect(await applied('wait')).toBeNull()
    expect(await applied('wait=3')).toBe('wait')
    expect(await applied('respond-async, wait=3')).toBe('wait')
    expect(await applied('respond-async')).toBe('respond-async')
  })

  test('tells its subscriber', async () => {
    const called: string[] = []
    const callbackFetch: typeof fetch = async (input) => {
      called.push(String(input))
      return new Response()
    }
    const { submit, clock } = createTestKit({ dialect: 'pygeoapi', callbackFetch })
    await submit('sleep_a_while', { inputs: { duration: 1 }, subscriber: { successUri: 'http://me/ok' } })
    await clock.advance(1000)
    expect(called).toEqual(['http://me/ok'])
  })
})

describe('results', () => {
  test('are a page of HTML to those who do not ask for JSON by name', async () => {
    const { submit, ask } = kitOf()
    const { jobID } = await submit('primes_between', {})
    const typeOf = async (query: string, accept: string): Promise<string | null> =>
      (await ask(`/jobs/${jobID}/results${query}`, { headers: { Accept: accept } })).headers.get('Content-Type')
    expect(await typeOf('', '*/*')).toBe('text/html; charset=utf-8')
    expect(await typeOf('?f=json', '*/*')).toBe('application/json')
    expect(await typeOf('', 'application/json, */*;q=0.8')).toBe('application/json')
  })

  test('are labelled as their only output is, also where they are a document', async () => {
    const { submit, ask } = kitOf()
    const { jobID } = await submit('echo_inputs', { outputs: { literal: {} }, response: 'document' })
    const results = await ask(`/jobs/${jobID}/results`)
    expect(results.headers.get('Content-Type')).toBe('text/plain')
    expect(await results.json()).toEqual({ outputs: ['hello'] })
  })

  test('in a document hold bytes only where these are ASCII', async () => {
    const { execute } = kitOf()
    const bytes = async (value: string): Promise<Response> =>
      execute('echo_inputs', { inputs: { bytes: value }, outputs: { bytes: {} }, response: 'document' })
    expect(await (await bytes('R2Vv')).json()).toEqual({ outputs: ['Geo'] })
    expect((await bytes('/w==')).status).toBe(400)
  })
})

describe('the job list', () => {
  test.each([
    ['limit=0', 'limit value should be strictly positive'],
    ['limit=x', 'limit value should be an integer'],
    ['offset=-1', 'offset value should be positive or zero'],
    ['offset=x', 'offset value should be an integer']
  ])('refuses %s', async (query, description) => {
    const answer = await kitOf().ask(`/jobs?${query}`)
    expect([answer.status, await answer.json()]).toMatchObject([400, { description }])
  })

  test('keeps other parameters in its links, and shows ten jobs at most', async () => {
    const { submit, jobs } = kitOf()
    for (let n = 0; n < 11; n += 1) await submit('primes_between', {})
    const { jobs: page, links } = await jobs('?limit=50&status=failed&offset=1')
    expect(page).toHaveLength(10)
    const around = Object.fromEntries(links.map(({ rel, href }) => [rel, href]))
    expect(around.prev).toBe('http://ogc.test/jobs?limit=50&status=failed&offset=0')
    expect(around.next).toBe('http://ogc.test/jobs?limit=50&status=failed&offset=11')
  })
})
