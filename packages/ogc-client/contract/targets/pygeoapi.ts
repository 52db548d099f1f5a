import type { Deviations } from '@geoclients/contract-core'
import type { OgcContext } from '../context.ts'
import { errorOf, expect, expectEqual } from '../expectations.ts'
import { echo } from '../features/inputs.ts'
import { dismissal } from './pygeoapi/dismissal.ts'
import { described } from './pygeoapi/errors.ts'
import { jobList } from './pygeoapi/job-list.ts'
import { binaryDocument, readableCells } from './pygeoapi/results.ts'
import { shared } from './pygeoapi/shared.ts'
import { withManager } from './pygeoapi/with-manager.ts'

const noBytes = 'Object of type bytes is not JSON serializable'

/** pygeoapi with a TinyDB job manager. */
export const pygeoapi: Deviations<OgcContext> = {
  name: 'pygeoapi 0.24.0',
  features: {
    ...shared,
    ...described('Sends the reason as `description`.', /: the detail does not match \S+: undefined$/),
    ...withManager,
    ...jobList,
    ...dismissal,
    ...readableCells('sync'),
    ...readableCells('async'),
    'results.sync.document-value-binary': binaryDocument('sync', /: status is 400, expected 200$/),
    'results.job.document-value-binary': binaryDocument('async', /^job-failed: .*: Object of type bytes is not JSON/),
    'inputs.binary': {
      support: 'partly',
      server: 'Accepts bytes, but cannot return them in a document.',
      client: 'Rejects with that reason. Request them in raw form.',
      symptom: /^job-failed: .*: Object of type bytes is not JSON/,
      async instead(context) {
        const bytes = { value: 'AP+A', encoding: 'base64', mediaType: 'application/octet-stream' }
        const { message } = await errorOf(echo(context, 'bytes', bytes))
        expect(message.includes(noBytes), `the reason is not told: ${message}`)
        const results = await context.ogc.run('echo_inputs', { inputs: { bytes }, outputs: { bytes: {} } })
        const given = new Uint8Array(await results.get('bytes').arrayBuffer())
        expectEqual('the bytes', [...given], [0, 255, 128])
      }
    }
  },
  answers: [
    {
      operation: 'GET /jobs/{jobID}',
      status: 200,
      violation: /^body\/finished must be string$/,
      server: 'An unfinished job has the end null.',
      client: 'Omits members that are null.'
    },
    {
      operation: 'GET /jobs',
      status: 200,
      violation: /^body\/jobs\/\d+\/finished must be string$/,
      server: 'An unfinished job has the end null.',
      client: 'Omits members that are null.'
    },
    {
      operation: 'DELETE /jobs/{jobID}',
      status: 200,
      violation: /^media type text\/html is not declared$/,
      server: 'The state of a dismissed job is JSON labelled text/html.',
      client: 'Reads it.'
    }
  ]
}
