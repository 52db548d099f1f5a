import type { Area, Feature } from '@geoclients/contract-core'
import type { JsonValue } from '../../src/types/json.ts'
import type { OgcContext } from '../context.ts'
import { errorOf, expect, expectEqual, expectException, expectStatus, jsonOf, textOf } from '../expectations.ts'
import { ndvi } from '../samples.ts'

export const pointFeature: { [member: string]: JsonValue } = {
  type: 'Feature',
  geometry: { type: 'Point', coordinates: [10, 54] },
  properties: { name: 'Kiel' }
}
const bbox = { bbox: [1, 2, 3, 4], crs: 'http://www.opengis.net/def/crs/OGC/1.3/CRS84' }

/** What `echo_inputs` gives back for one input; the answer is a document, so that every kind of value can be told. */
export async function echo({ ogc }: OgcContext, id: string, value?: JsonValue): Promise<JsonValue> {
  const inputs = value === undefined ? {} : { [id]: value }
  const results = await ogc.run('echo_inputs', { inputs, outputs: { [id]: {} }, response: 'document' })
  return results.get(id).json()
}

function echoes(name: string, what: string, id: string, value: JsonValue, expected = value): Feature<OgcContext> {
  return {
    id: `inputs.${name}`,
    title: `An input may be ${what}`,
    async run(context) {
      expectEqual('the value', await echo(context, id, value), expected)
    }
  }
}

function refuses(name: string, what: string, processId: string, request: unknown, named: RegExp): Feature<OgcContext> {
  return {
    id: `errors.${name}`,
    title: `${what} is refused with 400, and the reason names it`,
    async run({ ask }) {
      const answer = await ask(`/processes/${processId}/execution`, { method: 'POST', body: JSON.stringify(request) })
      expectStatus(answer, 400)
      const { type, detail } = jsonOf(answer) as { type?: unknown; detail?: unknown }
      expect(typeof type === 'string', `the exception has no type: ${textOf(answer).slice(0, 120)}`)
      expect(named.test(String(detail)), `the detail does not match ${named}: ${String(detail).slice(0, 120)}`)
    }
  }
}

/** Inputs in the forms of the standard (18-062r2, 7.11.2.3), and what is refused. */
export const inputs: Area<OgcContext> = {
  title: 'Inputs',
  features: [
    {
      id: 'inputs.default',
      title: 'A missing input has its default',
      async run(context) {
        expectEqual('the value', await echo(context, 'literal'), 'hello')
      }
    },
    echoes('literal', 'a text', 'literal', 'größer als ß'),
    echoes('array', 'an array', 'array', [4.5, -1]),
    echoes('several', 'given several times', 'names', ['red', 'blue']),
    echoes('bbox', 'a bounding box', 'bbox', bbox),
    echoes(
      'qualified',
      'an object with its media type',
      'feature',
      { value: pointFeature, mediaType: 'application/geo+json' },
      pointFeature
    ),
    echoes('bare-object', 'an object by itself', 'feature', pointFeature),
    {
      id: 'inputs.binary',
      title: 'An input may be bytes as base64',
      async run({ ogc }) {
        const bytes = { value: 'AP+A', encoding: 'base64', mediaType: 'application/octet-stream' }
        const results = await ogc.run('echo_inputs', {
          inputs: { bytes },
          outputs: { bytes: {} },
          response: 'document'
        })
        const given = new Uint8Array(await results.get('bytes').arrayBuffer())
        expectEqual('the bytes', [...given], [0, 255, 128])
      }
    },
    {
      id: 'inputs.blob',
      title: 'An input may be a Blob, and its bytes come back raw',
      async run({ ogc }) {
        const bytes = new Blob([Uint8Array.of(0, 255, 128)])
        const results = await ogc.run('echo_inputs', { inputs: { bytes }, outputs: { bytes: {} } })
        const given = new Uint8Array(await results.get('bytes').arrayBuffer())
        expectEqual('the bytes', [...given], [0, 255, 128])
      }
    },
    echoes('link', 'a link to its value', 'literal', { href: 'data:text/plain,moin', type: 'text/plain' }, 'moin'),
    refuses('input-type', 'An input of the wrong type', 'primes_between', { inputs: { min_val: 'abc' } }, /min_val/),
    refuses('input-range', 'An input out of its range', 'primes_between', { inputs: { max_val: 1000 } }, /max_val/),
    refuses('input-missing', 'A required input that is missing', 'ndvi_statistics', { inputs: { red: [[1]] } }, /nir/),
    refuses('input-unknown', 'An unknown input', 'primes_between', { inputs: { most: 1 } }, /most/),
    refuses('inputs-shape', 'A list of inputs', 'primes_between', { inputs: [1, 2] }, /inputs/),
    refuses('body-shape', 'A list as body', 'primes_between', [1], /body|object/i),
    refuses('response', 'An unknown response', 'primes_between', { response: 'zip' }, /response/),
    refuses('output-unknown', 'An unknown output', 'ndvi_statistics', { ...ndvi, outputs: { nope: {} } }, /nope/),
    refuses(
      'subscriber',
      'A subscriber without successUri',
      'primes_between',
      { subscriber: { failedUri: 'http://127.0.0.1:9/failed' } },
      /successUri/
    ),
    {
      id: 'errors.input-async',
      title: 'A bad input is refused with 400 even if a job was requested, and no job is created',
      async run({ ask, ogc }) {
        const body = JSON.stringify({ inputs: { max_val: 1000 } })
        const headers = { Prefer: 'respond-async' }
        const answer = await ask('/processes/primes_between/execution', { method: 'POST', body, headers })
        expectStatus(answer, 400)
        expectEqual('the list', (await ogc.getJobs()).jobs, [])
      }
    },
    {
      id: 'errors.media-type',
      title: 'A body that is not labelled as JSON is refused with 415',
      async run({ ask }) {
        const headers = { 'Content-Type': 'text/plain' }
        expectStatus(await ask('/processes/primes_between/execution', { method: 'POST', body: '{}', headers }), 415)
      }
    },
    {
      id: 'errors.no-json',
      title: 'A body that is not JSON is refused with 400',
      async run({ ask }) {
        expectStatus(await ask('/processes/primes_between/execution', { method: 'POST', body: '{nope' }), 400)
      }
    },
    {
      id: 'errors.unknown-process',
      title: 'Execution of an unknown process returns 404 no-such-process',
      async run({ ogc }) {
        expectException(await errorOf(ogc.executeProcess('nope', {})), 404, 'no-such-process')
      }
    }
  ]
}
