import type { Deviation } from '@geoclients/contract-core'
import type { OgcContext } from '../../context.ts'
import { errorOf, expect, expectEqual, expectHeader, expectStatus, expectType, jsonOf } from '../../expectations.ts'
import { type AnyRequest, ndvi } from '../../samples.ts'
import type { Table } from './results.ts'

/** How errors of pygeoapi look; what the description of one says is up to the processor, and ours name the input. */
export const errors: Table = {
  'errors.unknown-path': {
    support: 'partly',
    server: 'Returns 404 with an HTML page.',
    client: 'Rejects with the status, without the text of the page.',
    symptom: /: media type of the error is text\/html; charset=utf-8$/,
    async instead({ ask, ogc }) {
      expectType(await ask('/nope'), 'text/html')
      const error = await errorOf(ogc.getProcess('a/b'))
      expectEqual('the error', { status: error.status, apiError: error.apiError }, { status: 404, apiError: undefined })
      expect(!/[<\n]/.test(error.message), `the message holds HTML: ${error.message}`)
    }
  },
  'errors.method': {
    support: 'partly',
    server: 'Returns 405 with an HTML page; Allow lists the methods.',
    client: 'Sends no such request.',
    symptom: /: media type of the error is text\/html; charset=utf-8$/,
    async instead({ ask }) {
      const answer = await ask('/conformance', { method: 'DELETE' })
      expectStatus(answer, 405)
      expectHeader(answer, 'Allow', /GET/)
    }
  },
  'errors.body-shape': {
    support: 'no',
    server: 'Returns 500 with an HTML page if the body is not an object.',
    client: 'Refuses such a body before it is sent.',
    symptom: /: status is 500, expected 400$/,
    async instead({ ogc }) {
      const { code } = await errorOf(ogc.executeProcess('primes_between', [1] as never))
      expectEqual('the code of the error', code, 'invalid-argument')
    }
  },
  'errors.subscriber': {
    support: 'partly',
    server: 'Sends the reason as `description`.',
    client: 'Reports that reason.',
    symptom: /: the detail does not match \/successUri\/: undefined$/,
    async instead({ ask, ogc }) {
      const subscriber = { failedUri: 'http://127.0.0.1:9/failed' }
      const body = JSON.stringify({ subscriber })
      const answer = await ask('/processes/primes_between/execution', { method: 'POST', body })
      expectEqual('the reason', (jsonOf(answer) as { description?: unknown }).description, 'Missing successUri')
      const { message } = await errorOf(ogc.executeProcess('primes_between', { subscriber }))
      expect(message.includes('Missing successUri'), `the reason is not told: ${message}`)
    }
  },
  'errors.media-type': {
    support: 'no',
    server: 'Reads a body as JSON, whatever its media type.',
    client: 'Always sends JSON.',
    symptom: /: status is 200, expected 415$/,
    async instead({ ask }) {
      const headers = { 'Content-Type': 'text/plain' }
      const body = '{"inputs":{"max_val":3}}'
      expectStatus(await ask('/processes/primes_between/execution', { method: 'POST', body, headers }), 200)
    }
  },
  'errors.response': {
    support: 'no',
    server: 'Treats an unknown `response` as raw.',
    client: 'Refuses it before it is sent.',
    symptom: /: status is 200, expected 400$/,
    async instead({ ogc }) {
      const { code } = await errorOf(ogc.executeProcess('primes_between', { response: 'zip' as never }))
      expectEqual('the code of the error', code, 'invalid-argument')
    }
  }
}

const refused: Readonly<Record<string, [processId: string, request: AnyRequest, named: RegExp]>> = {
  'errors.input-type': ['primes_between', { inputs: { min_val: 'abc' } }, /min_val/],
  'errors.input-range': ['primes_between', { inputs: { max_val: 1000 } }, /max_val/],
  'errors.input-missing': ['ndvi_statistics', { inputs: { red: [[1]] } }, /nir/],
  'errors.input-unknown': ['primes_between', { inputs: { most: 1 } }, /most/],
  'errors.output-unknown': ['ndvi_statistics', { ...ndvi, outputs: { nope: {} } }, /nope/]
}

/** The reason of a refusal has another name than the standard's `detail`. */
export function described(server: string, symptom: RegExp): Table {
  const words = { support: 'partly', server, client: 'Rejects with that reason.', symptom } as const
  const rows = Object.entries(refused).map(([id, [processId, request, named]]): [string, Deviation<OgcContext>] => [
    id,
    {
      ...words,
      async instead({ ogc }) {
        const { apiError, message } = await errorOf(ogc.run(processId, request, { mode: 'sync' }))
        expectEqual('the status', apiError?.status, 400)
        expect(named.test(message), `the reason does not match ${named}: ${message}`)
      }
    }
  ])
  const inputsShape: Deviation<OgcContext> = {
    ...words,
    client: 'Refuses such inputs before they are sent.',
    async instead({ ogc }) {
      const { code } = await errorOf(ogc.executeProcess('primes_between', { inputs: [1, 2] as never }))
      expectEqual('the code of the error', code, 'invalid-argument')
    }
  }
  return { ...Object.fromEntries(rows), 'errors.inputs-shape': inputsShape }
}
