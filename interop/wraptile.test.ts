import { type JobInfo, OgcClient } from '@geoclients/ogc-client'
import { afterAll, expect, inject, test } from 'vitest'
import {
  cancelSleeper,
  failingJob,
  failureOf,
  listProcesses,
  runPrimes,
  watchSleeper,
  wrongInput
} from '../examples/tour/ogc-steps.ts'

const ogc = new OgcClient({ baseUrl: inject('baseUrls').wraptile })
afterAll(() => ogc.close())

test('lists the processes and the conformance classes', async () => {
  const { title, processes } = await listProcesses(ogc)
  expect(title).toContain('Eozilla')
  expect([...processes.keys()]).toEqual(
    expect.arrayContaining(['primes_between', 'sleep_a_while', 'return_base_model', 'simulate_scene'])
  )
  const { conformsTo } = await ogc.getConformance()
  expect(conformsTo).toContain('http://www.opengis.net/spec/ogcapi-processes-1/1.0/conf/job-list')
})

test('describes a process', async () => {
  const { inputs, outputs } = await ogc.getProcess('primes_between')
  expect(inputs?.max_val?.schema).toMatchObject({ type: 'integer', maximum: 100 })
  expect(Object.keys(outputs ?? {})).toEqual(['return_value'])
})

test('runs a process to its real value', async () => {
  expect(await runPrimes(ogc)).toEqual([11, 13, 17, 19, 23, 29])
})

test('gives an object output by its id', async () => {
  const results = await ogc.run('return_base_model', { inputs: { scene_spec: { threshold: 0.5, factor: 2 } } })
  expect(results.toJSON()).toEqual({ return_value: { threshold: 0.5, factor: 2 } })
})

test('shows the progress of a job', async () => {
  const { states, slept } = await watchSleeper(ogc, 2, () => {})
  const progress = states.flatMap((state) => state.progress ?? [])
  expect(progress.length).toBeGreaterThanOrEqual(3)
  expect(progress).toEqual(progress.toSorted((a, b) => a - b))
  expect(states.at(-1)).toMatchObject({ status: 'successful', progress: 100, processID: 'sleep_a_while' })
  expect(Number(slept)).toBeGreaterThanOrEqual(2)
})

test('cancels a job', async () => {
  const { dismissed, error } = await cancelSleeper(ogc)
  expect(dismissed.status).toBe('dismissed')
  expect(error.code).toBe('job-dismissed')
  expect(error.job?.status).toBe('dismissed')
})

test('tells why a job failed, with the traceback of the server', async () => {
  const error = await failingJob(ogc)
  expect(error).toMatchObject({ code: 'job-failed', message: expect.stringContaining('Woke up too early') })
  expect(error.apiError?.traceback?.join('')).toContain('Traceback (most recent call last)')
  const refused = await failureOf(ogc.getJobResults(error.job?.id ?? ''))
  expect(refused.status).toBe(403)
})

test('refuses results that are not ready', async () => {
  const job = await ogc.submit('sleep_a_while', { inputs: { duration: 30 } })
  const error = await failureOf(ogc.getJobResults(job.id ?? ''))
  expect(error).toMatchObject({ code: 'http-status', status: 403, exception: 'result-not-ready' })
  await job.dismiss()
})

test('names the input that is wrong', async () => {
  const error = await wrongInput(ogc)
  expect(error).toMatchObject({ code: 'http-status', status: 400, message: expect.stringContaining('min_val') })
})

test('knows an unknown process and an unknown job', async () => {
  expect(await failureOf(ogc.getProcess('nope'))).toMatchObject({ status: 404, exception: 'no-such-process' })
  expect(await failureOf(ogc.getJob('nope'))).toMatchObject({ status: 404, exception: 'no-such-job' })
  expect(await failureOf(ogc.executeProcess('nope', {}))).toMatchObject({ status: 404, exception: 'no-such-process' })
})

test('executes, lists, follows and dismisses by the methods of the reference client', async () => {
  const { jobID, results } = await ogc.executeProcess('primes_between', { inputs: { max_val: 10 } })
  expect(results).toBeUndefined()
  await ogc.job(jobID).wait()
  expect((await ogc.getJobResults(jobID)).toJSON()).toEqual({ return_value: [2, 3, 5, 7] })
  const jobs: JobInfo[] = []
  for await (const job of ogc.iterJobs()) jobs.push(job)
  expect(jobs.map((job) => job.jobID)).toContain(jobID)
  expect((await ogc.dismissJob(jobID)).status).toBe('dismissed')
  expect(await failureOf(ogc.getJob(jobID))).toMatchObject({ exception: 'no-such-job' })
})
