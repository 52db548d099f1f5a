import type { Deviation } from '@geoclients/contract-core'
import type { OgcContext } from '../context.ts'
import { errorOf, expect, expectEqual, expectStatus, jsonOf, lastAnswer } from '../expectations.ts'
import { echo, pointFeature } from '../features/inputs.ts'
import { idOf, ndvi, primes, successfulJob } from '../samples.ts'

type Table = Readonly<Record<string, Deviation<OgcContext>>>

const path = '/processes/primes_between/execution'

/** What is there instead of an answer at once; the execution itself is asserted to be a job. */
function alwaysAJob(instead: Deviation<OgcContext>['instead']): Deviation<OgcContext> {
  return {
    support: 'partly',
    server: 'Starts a job for every run, whatever Prefer says.',
    client: 'Waits for the job and returns its results.',
    symptom: /^ERR_ASSERTION: POST \S+: status is 201, expected 200$/,
    async instead(context) {
      await instead(context)
      expectStatus(lastAnswer(context, 'POST'), 201)
    }
  }
}

const noLocation = {
  support: 'partly',
  server: 'Returns 201 without Location.',
  client: 'Reads the id of the job from the body.',
  symptom: /^ERR_ASSERTION: POST \S+: header Location is missing$/,
  async instead(context: OgcContext) {
    const { jobID } = await context.ogc.executeProcess('primes_between', primes)
    expect(jobID !== '', 'the job has no id')
    await context.ogc.job(jobID).wait()
  }
} as const

const refusesForm = {
  support: 'no',
  server: 'Accepts inputs only as plain JSON, and refuses qualified values.',
  symptom: /^http-status: .* 400[^:]*: Invalid parameterization for process 'echo_inputs'/
} as const

/** The validator of the framework answers before the service does: `{ detail: [{ loc, msg }] }`. */
function unprocessable(request: unknown, place: RegExp, client: string): Deviation<OgcContext> {
  return {
    support: 'partly',
    server: 'Returns 422 with a list of faults.',
    client,
    symptom: /^ERR_ASSERTION: POST \S+: status is 422, expected 400$/,
    async instead({ ask, ogc }) {
      const sent = typeof request === 'string' ? request : JSON.stringify(request)
      const answer = await ask(path, { method: 'POST', body: sent })
      const { detail } = jsonOf(answer) as { detail: { loc: unknown[] }[] }
      expect(place.test(detail[0]?.loc.join('.') ?? ''), `${JSON.stringify(detail)} does not name ${place}`)
      if (typeof request === 'string') return
      const { code } = await errorOf(ogc.executeProcess('primes_between', request as object))
      expectEqual('the code of the error', code, 'invalid-argument')
    }
  }
}

/** Execution and inputs of wraptile. */
export const execution: Table = {
  'execution.default': alwaysAJob(async ({ ogc }) => {
    const results = await ogc.run('primes_between', primes, { mode: 'sync' })
    expectEqual('the results', results.toJSON(), { return_value: [2, 3, 5, 7] })
  }),
  'execution.sync-only': alwaysAJob(async ({ ogc }) => {
    const inputs = { bbox: { bbox: [0, 0, 1, 1] } }
    const results = await ogc.run('bbox_area', { inputs }, { mode: 'async' })
    expect(Number(await results.get('area').json()) > 12_000, 'the area is missing')
  }),
  'execution.wait': alwaysAJob(async ({ ogc }) => {
    const headers = { Prefer: 'wait=10' }
    const results = await ogc.run('primes_between', primes, { mode: 'sync', headers })
    expectEqual('the results', results.toJSON(), { return_value: [2, 3, 5, 7] })
  }),
  'execution.monitor': alwaysAJob(async ({ ogc }) => {
    const job = await ogc.submit('primes_between', primes, { mode: 'sync' })
    expectEqual('the job', (await ogc.getJob(idOf(job))).processID, 'primes_between')
  }),
  'execution.respond-async': noLocation,
  'execution.location': noLocation,
  'execution.applied-async': {
    support: 'no',
    server: 'Does not send Preference-Applied.',
    client: 'Recognises from the response what the server did.',
    symptom: /^ERR_ASSERTION: POST \S+: header Preference-Applied is missing$/,
    async instead(context) {
      const job = await successfulJob(context)
      expectEqual('the results', (await job.results()).toJSON(), { return_value: [2, 3, 5, 7] })
    }
  },
  'execution.body': {
    support: 'partly',
    server: 'Omits the type of the job.',
    client: 'Adds the type: process.',
    symptom: /^ERR_ASSERTION: the type of the job is undefined, expected "process"$/,
    async instead({ ogc }) {
      expectEqual('the type', (await ogc.executeProcess('primes_between', primes)).type, 'process')
    }
  },
  'inputs.qualified': {
    ...refusesForm,
    client: 'Sends what you pass. Pass the plain object instead.',
    instead: async (context) => expectEqual('the value', await echo(context, 'feature', pointFeature), pointFeature)
  },
  'inputs.binary': {
    ...refusesForm,
    client: 'Sends what you pass. Pass the base64 text instead.',
    async instead({ ogc }) {
      const results = await ogc.run('echo_inputs', { inputs: { bytes: 'AP+A' } })
      const given = new Uint8Array(await results.get('bytes').arrayBuffer())
      expectEqual('the bytes', [...given], [0, 255, 128])
    }
  },
  'inputs.blob': {
    ...refusesForm,
    client: 'Sends a qualified base64 value, as in the standard. Pass the base64 text instead.',
    async instead({ ogc }) {
      const { status } = await errorOf(ogc.run('echo_inputs', { inputs: { bytes: new Blob(['a']) } }))
      expectEqual('the status', status, 400)
    }
  },
  'inputs.link': {
    ...refusesForm,
    server: 'Does not follow links in inputs.',
    client: 'Sends what you pass. Fetch the value yourself.',
    instead: async (context) => expectEqual('the value', await echo(context, 'literal', 'moin'), 'moin')
  },
  'errors.input-unknown': {
    support: 'no',
    server: 'Ignores inputs that it does not know.',
    client: 'Sends what you pass.',
    symptom: /^ERR_ASSERTION: POST \S+: status is 201, expected 400$/,
    async instead({ ogc }) {
      const results = await ogc.run('primes_between', { inputs: { max_val: 3, most: 1 } })
      expectEqual('the results', results.toJSON(), { return_value: [2, 3] })
    }
  },
  'errors.output-unknown': {
    support: 'no',
    server: 'Ignores which outputs are requested, and sends all.',
    client: 'Returns everything that the server sent.',
    symptom: /^ERR_ASSERTION: POST \S+: status is 201, expected 400$/,
    async instead({ ogc }) {
      const results = await ogc.run('ndvi_statistics', { ...ndvi, outputs: { mean: {}, nope: {} } })
      expectEqual('the number of outputs', results.size, 4)
    }
  },
  'errors.inputs-shape': unprocessable(
    { inputs: [1, 2] },
    /^body\.inputs$/,
    'Refuses such inputs before they are sent.'
  ),
  'errors.body-shape': unprocessable([1], /^body$/, 'Refuses such a request before it is sent.'),
  'errors.response': unprocessable(
    { response: 'zip' },
    /^body\.response$/,
    'Refuses such a response before it is sent.'
  ),
  'errors.subscriber': {
    support: 'no',
    server: 'Accepts a subscriber with any URIs or none.',
    client: 'Sends such a subscriber, as version 2.0 allows it.',
    symptom: /^ERR_ASSERTION: POST \S+: status is 201, expected 400$/,
    async instead({ ogc }) {
      const subscriber = { failedUri: 'http://127.0.0.1:9/failed' }
      const { jobID } = await ogc.executeProcess('primes_between', { subscriber })
      expectEqual('the job', (await ogc.getJob(jobID)).jobID, jobID)
    }
  },
  'errors.media-type': {
    support: 'partly',
    server: 'Returns 422, because it does not parse a body that is not labelled as JSON.',
    client: 'Always sends JSON.',
    symptom: /^ERR_ASSERTION: POST \S+: status is 422, expected 415$/,
    async instead({ ask }) {
      const answer = await ask(path, { method: 'POST', body: '{}', headers: { 'Content-Type': 'text/plain' } })
      const { detail } = jsonOf(answer) as { detail: { loc: unknown[] }[] }
      expectEqual('the place', detail[0]?.loc, ['body'])
    }
  },
  'errors.no-json': unprocessable('{nope', /^body\.\d+$/, 'Always sends JSON.'),
  'dismiss.id-not-reused': {
    support: 'no',
    server: 'Makes ids from the number of its jobs, so it reuses the id of a removed job.',
    client: 'Cannot detect this. Discard the handle of a job that you removed.',
    symptom: /^ERR_ASSERTION: the id job_0 was given twice$/,
    async instead(context) {
      const first = await successfulJob(context)
      await first.dismiss()
      const second = await context.ogc.submit('primes_between', { inputs: { max_val: 3 } })
      expectEqual('the id', idOf(second), idOf(first))
      expectEqual('the results', (await second.results()).toJSON(), { return_value: [2, 3] })
    }
  }
}
