import type { Deviation, Deviations } from '@geoclients/contract-core'
import type { OgcContext } from '../context.ts'
import { errorOf, expect, expectEqual, expectStatus, lastAnswer } from '../expectations.ts'
import { echo } from '../features/inputs.ts'
import { resultCells } from '../features/result-cells.ts'
import { failingSleep, primes } from '../samples.ts'
import { described } from './pygeoapi/errors.ts'
import { readableCells, reading, type Table } from './pygeoapi/results.ts'
import { shared } from './pygeoapi/shared.ts'

/** What cannot be had, because no job is ever kept. */
const needsJob = [
  ...['execution.respond-async', 'execution.applied-async', 'execution.at-most-once', 'execution.location'],
  ...['execution.body', 'results.again', 'results.too-early', 'results.of-failed', 'results.of-dismissed'],
  ...['jobs.successful', 'jobs.process', 'jobs.running', 'jobs.progress', 'jobs.times', 'jobs.results-link'],
  ...['jobs.no-early-link', 'jobs.failed', 'jobs.type'],
  ...['job-list.state', 'job-list.limit', 'job-list.next', 'job-list.iterate', 'job-list.process'],
  ...['job-list.processes', 'job-list.status', 'job-list.statuses', 'job-list.type', 'job-list.since'],
  ...['job-list.until', 'job-list.min-duration', 'job-list.max-duration', 'job-list.combined'],
  ...['dismiss.accepted', 'dismiss.running', 'dismiss.kept', 'dismiss.stops', 'dismiss.successful'],
  ...['dismiss.failed', 'dismiss.dismissed', 'dismiss.media-type', 'dismiss.id-not-reused'],
  ...['client.wait-timeout', 'client.dismiss-on-abort', 'client.dismissed-elsewhere', 'client.dismiss-twice'],
  ...['client.watch-jobs', 'client.watch-filter']
]

const noJob: Deviation<OgcContext> = {
  support: 'no',
  server: 'Answers every execution at once and keeps no job.',
  client: 'Gives a handle without an id, which has the results already.',
  symptom: /: POST \S+: status is 200, expected 201$/,
  async instead({ ogc }) {
    const job = await ogc.submit('primes_between', primes, { mode: 'async' })
    expectEqual('the id of the job', job.id, undefined)
    expectEqual('the status', (await job.wait()).status, 'successful')
    expectEqual('the results', (await job.results()).toJSON(), { return_value: [2, 3, 5, 7] })
    expectEqual('the list', (await ogc.getJobs()).jobs, [])
  }
}

const resultsAtOnce: Table = Object.fromEntries(
  resultCells.map(({ id }) => [`results.job.${id}`, { ...noJob, support: 'partly', instead: reading(id, 'async') }])
)

/** pygeoapi as it comes, without a job manager. */
export const pygeoapiWithoutManager: Deviations<OgcContext> = {
  name: 'pygeoapi 0.24.0 without a job manager',
  features: {
    ...shared,
    ...described(
      'Gives the reason as `description`, and no type.',
      /: the exception has no type: \{"code":"InvalidPar/
    ),
    ...readableCells('sync'),
    ...Object.fromEntries(needsJob.map((id) => [id, noJob])),
    ...resultsAtOnce,
    'conformance.jobs': {
      ...noJob,
      server: 'Declares neither; the list of jobs is there, and always empty.',
      client: 'Gives the empty list.',
      symptom: /: conformance classes are not declared: job-list, dismiss$/
    },
    'execution.async-only': {
      ...noJob,
      async instead({ ogc }) {
        const results = await ogc.run('tile_thumbnail', { inputs: { size: 8 } }, { mode: 'async' })
        expectEqual('the number of outputs', results.size, 2)
      }
    },
    'execution.wait': {
      support: 'partly',
      server: 'Answers at once, and does not say that it was asked to.',
      client: 'Does not need it.',
      symptom: /: header Preference-Applied is missing$/,
      async instead({ ask }) {
        const headers = { Prefer: 'wait=10' }
        expectStatus(await ask('/processes/primes_between/execution', { method: 'POST', body: '{}', headers }), 200)
      }
    },
    'execution.monitor': { ...noJob, symptom: /: header Link is missing$/ },
    'results.of-sync': { ...noJob, symptom: /: header Link is missing$/ },
    'client.run-fails': {
      support: 'partly',
      server: 'Answers every execution at once: a failure is an error of the execution.',
      client: 'Rejects with the reason, as http-status and without a job.',
      symptom: /: the code of the error is "http-status", expected "job-failed"$/,
      async instead({ ogc }) {
        const { code, message, job } = await errorOf(ogc.run('sleep_a_while', failingSleep, { mode: 'async' }))
        expectEqual('the error', { code, job }, { code: 'http-status', job: undefined })
        expect(message.includes('Woke up too early'), `the reason is not told: ${message}`)
      }
    },
    'client.progress': {
      ...noJob,
      server: 'Answers when the run is over.',
      client: 'Tells of the end only.',
      symptom: /: only successful was told$/
    },
    'client.saved-job': {
      ...noJob,
      client: 'Refuses to save a job that nobody can find again.',
      symptom: /^invalid-argument: this job has no id/
    },
    'client.job-by-id': { ...noJob, symptom: /: the server kept no job$/ },
    'inputs.binary': {
      support: 'partly',
      server: 'Gives bytes as base64 in a document, and does not say so.',
      client: 'Gives that text. Ask for them raw.',
      symptom: /: the bytes is /,
      async instead(context) {
        const bytes = { value: 'AP+A', encoding: 'base64', mediaType: 'application/octet-stream' }
        expectEqual('the value', await echo(context, 'bytes', bytes), 'AP+A')
        const results = await context.ogc.run('echo_inputs', { inputs: { bytes }, outputs: { bytes: {} } })
        const given = new Uint8Array(await results.get('bytes').arrayBuffer())
        expectEqual('the bytes', [...given], [0, 255, 128])
      }
    },
    'results.sync.document-value-binary': wrappedText('sync'),
    'results.job.document-value-binary': { ...wrappedText('async'), symptom: noJob.symptom }
  },
  answers: [
    {
      operation: 'POST /processes/{processID}/execution',
      status: 400,
      violation: /^body must have required property 'type'$/,
      server: 'The exception of a run that fails has no type.',
      client: 'Takes its code for one.'
    }
  ]
}

function wrappedText(mode: 'sync' | 'async'): Deviation<OgcContext> {
  return {
    support: 'partly',
    server: 'Answers { outputs: [base64] }, and does not say that it is base64.',
    client: 'Gives that text. Ask for the file raw.',
    symptom: /: preview is undefined, expected an object$/,
    async instead(context) {
      await reading('raw-value-binary', mode)(context)
      expectStatus(lastAnswer(context, 'POST', '/execution'), 200)
    }
  }
}
