import { OgcClient } from '@geoclients/ogc-client'
import { createOgcMock } from '@geoclients/ogc-client/mock'
import { expect, test } from 'vitest'
import { cancelSleeper, failingJob, listProcesses, runPrimes, watchSleeper, wrongInput } from './ogc-steps.ts'

const mock = createOgcMock()
const ogc = new OgcClient({ baseUrl: mock.baseUrl, fetch: mock.fetch })

test('lists what the server offers', async () => {
  const { processes } = await listProcesses(ogc)
  expect([...processes.keys()]).toEqual(expect.arrayContaining(['primes_between', 'sleep_a_while']))
})

test('runs a process', async () => {
  expect(await runPrimes(ogc)).toEqual([11, 13, 17, 19, 23, 29])
})

test('watches a job to its end', async () => {
  const { states, slept } = await watchSleeper(ogc, 0.5, () => {})
  const progress = states.map((state) => state.progress ?? 0)
  expect(progress).toEqual(progress.toSorted((a, b) => a - b))
  expect(states.at(-1)).toMatchObject({ status: 'successful', progress: 100 })
  expect(slept).toBeCloseTo(0.5)
})

test('cancels a job, and who waits for it is told', async () => {
  const { dismissed, error } = await cancelSleeper(ogc)
  expect(dismissed.status).toBe('dismissed')
  expect(error.code).toBe('job-dismissed')
})

test('a job that fails gives its reason', async () => {
  expect(await failingJob(ogc)).toMatchObject({
    code: 'job-failed',
    message: expect.stringContaining('Woke up too early')
  })
})

test('a wrong input is refused with its name', async () => {
  expect(await wrongInput(ogc)).toMatchObject({ status: 400, message: expect.stringContaining('min_val') })
})
