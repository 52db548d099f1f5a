import { expect, test } from 'vitest'
import { createTestKit } from '../test-kit.ts'

test('a sync answer leads to the job that it kept, beside its references', async () => {
  const kit = createTestKit()
  const response = await kit.execute('echo_inputs', { outputs: { bytes: { transmissionMode: 'reference' } } })
  expect(response.headers.get('Link')).toContain('<http://ogc.test/jobs/job-1>; rel="monitor"')
  expect(await kit.job('job-1')).toMatchObject({ status: 'successful', processID: 'echo_inputs' })
})

test('a sync run that cannot be answered is refused before it runs', async () => {
  const kit = createTestKit()
  expect((await kit.execute('echo_inputs', {}, { Accept: 'text/html' })).status).toBe(406)
  expect((await kit.jobs()).jobs).toEqual([])
})

test('references can be read, whole and in part', async () => {
  const kit = createTestKit()
  await kit.execute('echo_inputs', { inputs: { bytes: 'AAECAwQ=' } })
  const path = '/results-store/job-1/bytes'
  const whole = await kit.ask(path)
  expect(whole.headers.get('Content-Type')).toBe('application/octet-stream')
  expect([...(await whole.bytes())]).toEqual([0, 1, 2, 3, 4])
  const part = await kit.ask(path, { headers: { Range: 'bytes=1-2' } })
  expect(part.status).toBe(206)
  expect(part.headers.get('Content-Range')).toBe('bytes 1-2/5')
  expect([...(await part.bytes())]).toEqual([1, 2])
  const outside = await kit.ask(path, { headers: { Range: 'bytes=9-' } })
  expect(outside.status).toBe(416)
  expect(outside.headers.get('Content-Range')).toBe('bytes */5')
  expect(await outside.json()).toMatchObject({ status: 416, title: 'Range Not Satisfiable' })
  expect((await kit.ask(path, { method: 'HEAD' })).headers.get('Content-Length')).toBe('5')
  expect(await (await kit.ask('/results-store/job-1/array')).json()).toEqual([1, 2, 3])
})

test('the store has nothing of unknown jobs, unknown outputs, jobs that run, and removed jobs', async () => {
  const kit = createTestKit()
  const { jobID } = await kit.submit('sleep_a_while', { inputs: { duration: 1 } })
  expect((await kit.ask(`/results-store/${jobID}/return_value`)).status).toBe(404)
  await kit.clock.advance(1000)
  expect((await kit.ask(`/results-store/${jobID}/return_value`)).status).toBe(200)
  expect((await kit.ask(`/results-store/${jobID}/other`)).status).toBe(404)
  await kit.ask(`/jobs/${jobID}`, { method: 'DELETE' })
  const gone = await kit.ask(`/results-store/${jobID}/return_value`)
  expect(gone.status).toBe(404)
  expect(await gone.json()).toMatchObject({ type: expect.stringMatching(/no-such-job$/) })
})
