import type { Deviation, Deviations } from '@geoclients/contract-core'
import type { OgcContext } from '../context.ts'
import { errorOf, expect, expectEqual, expectStatus, jsonOf, lastAnswer } from '../expectations.ts'
import { resultCells } from '../features/result-cells.ts'
import { readsCell } from '../features/results.ts'
import { idOf, primes, successfulJob } from '../samples.ts'

type Mode = 'sync' | 'async'
type Features = Deviations<OgcContext>['features']

const version1 = 'POST /processes/primes_between/execution'
const one = 'Sends a single output in raw form, whatever `response` and `transmissionMode` say.'
const map = 'Sends a map of values, whatever `response` and `transmissionMode` say.'

/** How each cell of version 1.0's matrix fails, and what comes instead. */
const cells: Readonly<Record<Mode, Readonly<Record<string, readonly [symptom: RegExp, server: string]>>>> = {
  sync: {
    'raw-value-several': [/media type is application\/json, expected multipart\/related$/, map],
    'raw-reference-one': [/status is 200, expected 204$/, one],
    'raw-reference-several': [/status is 200, expected 204$/, map],
    'raw-mixed': [/media type is application\/json, expected multipart\/related$/, map],
    'document-value-one': [/the document is \[2,3,5,7\], expected/, one],
    'document-value-binary': [/media type is image\/png, expected application\/json$/, one],
    'document-reference-one': [/return_value is undefined, expected an object$/, one],
    'document-reference-several': [/mean is 0\.5, expected an object$/, map],
    'document-mixed': [/the type of href is "undefined", expected "string"$/, map]
  },
  async: {
    'raw-value-one': [/the body is \{"return_value":\[2,3,5,7\]\}, expected/, map],
    'raw-value-text': [/media type is application\/json, expected text\/plain$/, map],
    'raw-value-text-of-json': [/media type is application\/json, expected text\/plain$/, map],
    'raw-value-binary': [/media type is application\/json, expected image\/png$/, map],
    'raw-value-several': [/media type is application\/json, expected multipart\/related$/, map],
    'raw-reference-one': [/status is 200, expected 204$/, map],
    'raw-reference-several': [/status is 200, expected 204$/, map],
    'raw-mixed': [/media type is application\/json, expected multipart\/related$/, map],
    'document-reference-one': [/the type of href is "undefined", expected "string"$/, map],
    'document-reference-several': [/mean is 0\.5, expected an object$/, map],
    'document-mixed': [/the type of href is "undefined", expected "string"$/, map]
  }
}

function cellsOf(mode: Mode): Features {
  const place = mode === 'sync' ? 'sync' : 'job'
  return Object.fromEntries(
    Object.entries(cells[mode]).map(([id, [symptom, server]]): [string, Deviation<OgcContext>] => [
      `results.${place}.${id}`,
      {
        ...{ support: 'partly', symptom, server, client: 'Returns the same outputs.' },
        async instead(context) {
          const cell = resultCells.find((one) => one.id === id)
          if (cell) await readsCell(context, cell, mode)
        }
      }
    ])
  )
}

const others: Features = {
  'description.transmission': {
    support: 'no',
    server: 'Does not say it, because version 2.0 has no `outputTransmission`.',
    client: 'Asks for links or values with `return`.',
    symptom: /^ERR_ASSERTION: outputTransmission is undefined, expected/,
    async instead({ ogc }) {
      expect(!('outputTransmission' in (await ogc.getProcess('ndvi_statistics'))), 'outputTransmission is there')
    }
  },
  'execution.body': {
    support: 'partly',
    server: 'Sends the id as `id`, and the process as a URI.',
    client: 'Returns `jobID`, the type, and the id of the process.',
    symptom: /the process of the job is "\S+\/processes\/primes_between", expected "primes_between"$/,
    async instead(context) {
      const { jobID, processID, type } = await context.ogc.executeProcess('primes_between', primes)
      const { id, processingEntityType } = jsonOf(lastAnswer(context, 'POST')) as Record<string, unknown>
      expectEqual('the entity', processingEntityType, 'ogc-api-processes')
      expectEqual('the job', [jobID, processID, type], [id, 'primes_between', 'process'])
    }
  },
  'errors.response': {
    support: 'no',
    server: 'Ignores `response`, which version 2.0 does not have.',
    client: 'Refuses such a response before it is sent.',
    symptom: /status is 200, expected 400$/,
    async instead({ ogc }) {
      const { code } = await errorOf(ogc.executeProcess('primes_between', { response: 'zip' as never }))
      expectEqual('the code of the error', code, 'invalid-argument')
    }
  },
  'errors.subscriber': {
    support: 'no',
    server: 'Accepts a subscriber with any of its URIs.',
    client: 'Sends such a subscriber.',
    symptom: new RegExp(`${version1}: status is 200, expected 400$`),
    async instead(context) {
      await context.ogc.run('primes_between', { ...primes, subscriber: { failedUri: 'http://127.0.0.1:9/failed' } })
      expectStatus(lastAnswer(context, 'POST', '/execution'), 201)
    }
  },
  'jobs.type': {
    support: 'partly',
    server: 'Sends which API runs a job instead of its type.',
    client: 'Adds the type: process.',
    symptom: /^ERR_ASSERTION: the type is undefined, expected "process"$/,
    async instead(context) {
      const job = await successfulJob(context)
      const { type, processingEntityType } = await context.ogc.getJob(idOf(job))
      expectEqual('the type', [type, processingEntityType], ['process', 'ogc-api-processes'])
    }
  }
}

/** A strict server of version 2.0: where the contract asks for what only version 1.0 has, it does what 2.0 says. */
export const version2: Deviations<OgcContext> = {
  name: 'mock 2.0',
  features: { ...others, ...cellsOf('sync'), ...cellsOf('async') },
  answers: []
}
