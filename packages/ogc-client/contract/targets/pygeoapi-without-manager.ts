import type { Deviation, Deviations } from '@geoclients/contract-core'
import type { OgcContext } from '../context.ts'
import { errorOf, expect, expectEqual, expectStatus, lastAnswer } from '../expectations.ts'
import { echo } from '../features/inputs.ts'
import { resultCells } from '../features/result-cells.ts'
import { failingSleep } from '../samples.ts'
import { described } from './pygeoapi/errors.ts'
import { readableCells, reading, type Table } from './pygeoapi/results.ts'
import { shared } from './pygeoapi/shared.ts'
import { doneAtOnce, noJob, withoutJob } from './pygeoapi/without-job.ts'

const resultsAtOnce: Table = Object.fromEntries(
  resultCells.map(({ id }) => [`results.job.${id}`, noJob(reading(id, 'async'), { support: 'partly' })])
)

const noLink = async (context: OgcContext): Promise<void> => {
  await doneAtOnce(context)
  expectEqual('the link', lastAnswer(context, 'POST', '/execution').headers.get('Link'), null)
}

const keepsResults = async (context: OgcContext): Promise<void> => {
  const job = await doneAtOnce(context)
  expectEqual('the results', (await job.results()).toJSON(), { return_value: [2, 3, 5, 7] })
}

/** pygeoapi as it comes, without a job manager. */
export const pygeoapiWithoutManager: Deviations<OgcContext> = {
  name: 'pygeoapi 0.24.0 without a job manager',
  features: {
    ...shared,
    ...described(
      'Sends the reason as `description`, without a type.',
      /: the exception has no type: \{"code":"InvalidPar/
    ),
    ...readableCells('sync'),
    ...withoutJob,
    ...resultsAtOnce,
    'conformance.jobs': noJob(async ({ ogc }) => expectEqual('the list', (await ogc.getJobs()).jobs, []), {
      server: 'Declares neither. The job list exists, but is always empty.',
      client: 'Returns the empty list.',
      symptom: /: conformance classes are not declared: job-list, dismiss$/
    }),
    'execution.async-only': noJob(async ({ ogc }) => {
      const results = await ogc.run('tile_thumbnail', { inputs: { size: 8 } }, { mode: 'async' })
      expectEqual('the number of outputs', results.size, 2)
    }),
    'execution.wait': {
      support: 'partly',
      server: 'Returns the results immediately, without Preference-Applied.',
      client: 'Does not need it.',
      symptom: /: header Preference-Applied is missing$/,
      async instead({ ask }) {
        const headers = { Prefer: 'wait=10' }
        expectStatus(await ask('/processes/primes_between/execution', { method: 'POST', body: '{}', headers }), 200)
      }
    },
    'execution.monitor': noJob(noLink, { symptom: /: header Link is missing$/ }),
    'results.of-sync': noJob(keepsResults, { symptom: /: header Link is missing$/ }),
    'results.of-failed-sync': {
      support: 'partly',
      server: 'Keeps no job.',
      client: 'Rejects with the reason, as http-status and without a job.',
      symptom: /: the code of the error is "http-status", expected "job-failed"$/,
      async instead({ ogc }) {
        const { message, job } = await errorOf(ogc.run('sleep_a_while', failingSleep, { mode: 'sync' }))
        expectEqual('the job', job, undefined)
        expect(message.includes('Woke up too early'), `the reason is not told: ${message}`)
      }
    },
    'client.run-fails': {
      support: 'partly',
      server: 'Answers every execution immediately. A failure is an error of the execution.',
      client: 'Rejects with the reason, as http-status and without a job.',
      symptom: /: the code of the error is "http-status", expected "job-failed"$/,
      async instead({ ogc }) {
        const { code, message, job } = await errorOf(ogc.run('sleep_a_while', failingSleep, { mode: 'async' }))
        expectEqual('the error', { code, job }, { code: 'http-status', job: undefined })
        expect(message.includes('Woke up too early'), `the reason is not told: ${message}`)
      }
    },
    'client.progress': noJob(
      async ({ ogc }) => {
        const seen: string[] = []
        const inputs = { duration: 0.2 }
        await ogc.run('sleep_a_while', { inputs }, { mode: 'async', onProgress: ({ status }) => seen.push(status) })
        expectEqual('what was told', seen, ['successful'])
      },
      {
        server: 'Answers when the run has ended.',
        client: 'Reports only the end.',
        symptom: /: only successful was told$/
      }
    ),
    'client.saved-job': noJob(
      async (context) => {
        const job = await doneAtOnce(context)
        const saving = Promise.resolve().then(() => JSON.stringify(job))
        expectEqual('the code of the error', (await errorOf(saving)).code, 'invalid-argument')
      },
      {
        client: 'Refuses to save a job that could not be found again.',
        symptom: /^invalid-argument: this job has no id/
      }
    ),
    'client.job-by-id': noJob(keepsResults, { symptom: /: the server kept no job$/ }),
    'inputs.binary': {
      support: 'partly',
      server: 'Sends bytes as base64 in a document, without saying so.',
      client: 'Returns that text. Request them in raw form.',
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
    'results.job.document-value-binary': {
      ...wrappedText('async'),
      symptom: /: POST \S+: status is 200, expected 201$/
    }
  },
  answers: [
    {
      operation: 'POST /processes/{processID}/execution',
      status: 400,
      violation: /^body must have required property 'type'$/,
      server: 'The exception of a failed run has no type.',
      client: 'Uses its code as the type.'
    }
  ]
}

function wrappedText(mode: 'sync' | 'async'): Deviation<OgcContext> {
  return {
    support: 'partly',
    server: 'Returns { outputs: [base64] }, without saying that it is base64.',
    client: 'Returns that text. Request the file in raw form.',
    symptom: /: preview is undefined, expected an object$/,
    async instead(context) {
      await reading('raw-value-binary', mode)(context)
      expectStatus(lastAnswer(context, 'POST', '/execution'), 200)
    }
  }
}
