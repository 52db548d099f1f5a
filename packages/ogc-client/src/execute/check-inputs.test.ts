import { OgcClient } from '@geoclients/ogc-client'
import { createOgcMock } from '@geoclients/ogc-client/mock'
import { validateInputs } from '@geoclients/ogc-client/schema'
import { expect, test } from 'vitest'

const mock = createOgcMock()
const ogc = new OgcClient({ baseUrl: mock.baseUrl, fetch: mock.fetch })
const executions = (): number => mock.requests.filter(({ method }) => method === 'POST').length

test.each(['run', 'submit'] as const)(
  '%s refuses what the description does not allow, before anything is sent',
  async (how) => {
    const before = executions()
    const inputs = { min_val: -1, max_vall: 5 }
    const error = await ogc[how]('primes_between', { inputs }, { validate: validateInputs }).catch((reason) => reason)
    expect(error).toMatchObject({
      code: 'invalid-argument',
      message:
        'the inputs of process "primes_between" are not valid: inputs/max_vall is not an input of this process, ' +
        'which has min_val, max_val; inputs/min_val must be at least 0, not -1',
      cause: [{ pointer: '/max_vall' }, { pointer: '/min_val', value: -1, keyword: 'minimum' }]
    })
    expect(executions()).toBe(before)
  }
)

test('what is allowed is sent, bytes too', async () => {
  const options = { validate: validateInputs, mode: 'sync' } as const
  const primes = await ogc.run('primes_between', { inputs: { max_val: 5 } }, options)
  expect(await primes.get('return_value').json()).toEqual([2, 3, 5])
  const bytes = new Blob(['Geo'])
  const echo = await ogc.run('echo_inputs', { inputs: { bytes }, outputs: { bytes: {} } }, options)
  expect(await echo.get('bytes').text()).toBe('Geo')
})

test('a check that is none is refused', async () => {
  const options = { validate: true as never }
  await expect(ogc.run('primes_between', {}, options)).rejects.toMatchObject({ code: 'invalid-argument' })
})

test('a job that is taken up again may say of which process it is, and must not say another', async () => {
  const job = await ogc.submit('primes_between', {})
  const saved = job.toJSON()
  expect(ogc.job(saved, 'primes_between').processId).toBe('primes_between')
  expect(ogc.job(saved.jobId, 'primes_between').processId).toBe('primes_between')
  expect(() => ogc.job(saved, 'sleep_a_while')).toThrow(
    'processId must be "primes_between", for which the job was saved, got "sleep_a_while"'
  )
})
