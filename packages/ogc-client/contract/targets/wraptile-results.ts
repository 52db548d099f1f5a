import type { Deviation } from '@geoclients/contract-core'
import type { OgcContext } from '../context.ts'
import { errorOf, expect, expectEqual, expectException } from '../expectations.ts'
import { echo, pointFeature } from '../features/inputs.ts'
import { resultCells } from '../features/result-cells.ts'
import { readsCell } from '../features/results.ts'
import { failedJob, failingSleep, idOf, primes, startLong, successfulJob } from '../samples.ts'

type Table = Readonly<Record<string, Deviation<OgcContext>>>

/** How the cells that deviate fail, of the results of a job: wraptile only knows the map of all values. */
const symptoms: Readonly<Record<string, RegExp>> = {
  'raw-value-one': /^ERR_ASSERTION: the body is \{"return_value":\[2,3,5,7\]\}, expected/,
  'raw-value-text': /results: media type is application\/json, expected text\/plain$/,
  'raw-value-text-of-json': /results: media type is application\/json, expected text\/plain$/,
  'raw-value-binary': /results: media type is application\/json, expected image\/png$/,
  'raw-value-several': /results: media type is application\/json, expected multipart\/related$/,
  'raw-reference-one': /results: status is 200, expected 204$/,
  'raw-reference-several': /results: status is 200, expected 204$/,
  'raw-mixed': /results: media type is application\/json, expected multipart\/related$/,
  'document-value-binary': /^ERR_ASSERTION: the ids of the outputs is \["extent","mean","preview","statistics"\]/,
  'document-reference-one': /^ERR_ASSERTION: the type of href is "undefined", expected "string"$/,
  'document-reference-several': /^ERR_ASSERTION: mean is 0.5, expected an object$/,
  'document-mixed': /^ERR_ASSERTION: the type of href is "undefined", expected "string"$/
}

const ofRuns = resultCells.map((cell): [string, Deviation<OgcContext>] => [
  `results.sync.${cell.id}`,
  {
    support: 'partly',
    server: 'Starts a job for every run, whatever Prefer says.',
    client: 'Waits for the job and returns its results.',
    symptom: /^ERR_ASSERTION: POST …\/execution: status is 201, expected results$/,
    instead: (context) => readsCell(context, cell, 'sync')
  }
])

const ofJobs = resultCells.flatMap((cell): [string, Deviation<OgcContext>][] => {
  const symptom = symptoms[cell.id]
  if (!symptom) return []
  const deviation: Deviation<OgcContext> = {
    support: 'partly',
    server: 'Sends a JSON map of all outputs by value, whatever response, outputs and transmissionMode say.',
    client: 'Returns the outputs by their ids, with files decoded from base64.',
    symptom,
    instead: (context) => readsCell(context, cell, 'async')
  }
  return [[`results.job.${cell.id}`, deviation]]
})

/** Results and jobs of wraptile. */
export const results: Table = {
  ...Object.fromEntries(ofRuns),
  ...Object.fromEntries(ofJobs),
  'results.null': {
    support: 'no',
    server: 'Omits every member that is null, in results too.',
    client: 'Cannot know this. The member is missing.',
    symptom: /^ERR_ASSERTION: the value is \{"type":"Feature","geometry":\S+\}\}, expected \S+"properties":null\}$/,
    async instead(context) {
      const { properties: _, ...rest } = pointFeature
      expectEqual('the value', await echo(context, 'feature', { ...rest, properties: null }), rest)
    }
  },
  'results.of-sync': {
    support: 'partly',
    server: 'Starts a job for every run, whatever Prefer says.',
    client: 'Keeps the id of that job.',
    symptom: /^ERR_ASSERTION: POST \S+: status is 201, expected 200$/,
    async instead({ ogc }) {
      const job = await ogc.submit('primes_between', primes, { mode: 'sync' })
      await job.wait()
      expect((await ogc.getJobResults(idOf(job))).has('return_value'), 'the results are not kept')
    }
  },
  'results.too-early': {
    support: 'partly',
    server: 'Returns 403 result-not-ready.',
    client: 'Recognises result-not-ready by its name, whatever the status.',
    symptom: /^ERR_ASSERTION: status is 403, expected 404$/,
    async instead(context) {
      const job = await startLong(context)
      expectException(await errorOf(context.ogc.getJobResults(idOf(job))), 403, 'result-not-ready')
    }
  },
  'results.of-failed': {
    support: 'partly',
    server: 'Returns 403 without the reason, which is only in the state of the job.',
    client: 'Reports the reason if you wait for the job.',
    symptom: /^ERR_ASSERTION: the reason is not told: .* has failed$/,
    async instead(context) {
      const job = await failedJob(context)
      const { message, apiError } = await errorOf(context.ogc.job(idOf(job)).results())
      expect(message.includes('Woke up too early'), `the reason is not told: ${message}`)
      expect(apiError?.traceback !== undefined, 'the traceback is lost')
    }
  },
  'results.of-failed-sync': {
    support: 'partly',
    server: 'Starts a job for every run, whatever Prefer says.',
    client: 'Waits for the job and rejects with job-failed and the reason.',
    symptom: /^ERR_ASSERTION: POST \S+: status is 201, expected that of an error$/,
    async instead({ ogc }) {
      const { message } = await errorOf(ogc.run('sleep_a_while', failingSleep, { mode: 'sync' }))
      expect(message.includes('Woke up too early'), `the reason is not told: ${message}`)
    }
  },
  'jobs.results-link': {
    support: 'no',
    server: 'Has no links in the state of a job.',
    client: 'Uses the fixed paths of the standard.',
    symptom: /^ERR_ASSERTION: there is no link of relation \S+results$/,
    async instead(context) {
      const { links } = await context.ogc.getJob(idOf(await successfulJob(context)))
      expectEqual('the links', links, undefined)
    }
  },
  'jobs.type': {
    support: 'partly',
    server: 'Omits the type of a job.',
    client: 'Adds the type: process.',
    symptom: /^ERR_ASSERTION: the type is undefined, expected "process"$/,
    async instead(context) {
      expectEqual('the type', (await context.ogc.getJob(idOf(await successfulJob(context)))).type, 'process')
    }
  }
}
