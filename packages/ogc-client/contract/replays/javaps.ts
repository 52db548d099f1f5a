import type { FetchMiddleware } from '@geoclients/client-core'
import { isRecord } from '@geoclients/client-core'
import type { ProcessRequest } from '../../src/generated/types.ts'
import type { Replay } from './replay.ts'

const server = 'javaPS'
const source =
  'https://github.com/52North/javaPS/blob/master/rest/src/main/java/org/n52/javaps/rest/ProcessesApiImpl.java'
const serializer =
  'https://github.com/52North/javaPS/blob/master/rest/src/main/java/org/n52/javaps/rest/serializer/ResultSerializer.java'
const evidence = 'source code'
const point = { type: 'Point', coordinates: [7, 51] }

const running = 'a run of 1.9.1-SNAPSHOT'

/** The request of the draft: inputs and outputs are lists, and the mode is in the body. */
function draftOf(text: string, prefer: string | null): string {
  const { inputs = {}, outputs = {}, response = 'document' } = JSON.parse(text) as ProcessRequest
  const draftInput = (input: unknown): object => {
    const value = isRecord(input) && 'value' in input ? input.value : input
    return { value: typeof value === 'object' ? { inlineValue: value } : value }
  }
  return JSON.stringify({
    inputs: Object.entries(inputs).map(([id, input]) => ({ id, input: draftInput(input) })),
    outputs: Object.entries(outputs).map(([id, { transmissionMode = 'value' }]) => ({ id, transmissionMode })),
    mode: prefer === 'respond-async' ? 'async' : 'sync',
    response
  })
}

/** javaPS has the paths and the requests of a draft: who runs one process on it, here `p`, maps them. */
const use: FetchMiddleware = (next) => (input, init) => {
  const url = String(input)
    .replace(/\/processes\/([^/]+)\/execution$/, '/processes/$1/jobs')
    .replace(/\/base\/jobs\//, '/base/processes/p/jobs/')
  if (typeof init?.body !== 'string') return next(url, init)
  return next(url, { ...init, body: draftOf(init.body, new Headers(init.headers).get('Prefer')) })
}

export const javaps: readonly Replay[] = [
  {
    ...{ server, source: serializer, evidence, use },
    title:
      'a run is asked for as a draft has it; its job is named by Location alone; outputs are a list, and values are wrapped',
    quirks: ['jobIdFromLocation', 'readStartedJob', 'outputsArray', 'namedItems', 'inlineValue'],
    exchanges: [
      { request: 'GET /processes/p', body: { id: 'p', version: '1.0.0', outputs: { a: {}, b: {} } } },
      {
        request: 'POST /processes/p/jobs',
        sent: {
          inputs: [
            { id: 'n', input: { value: 5 } },
            { id: 'place', input: { value: { inlineValue: point } } }
          ],
          outputs: [
            { id: 'a', transmissionMode: 'value' },
            { id: 'b', transmissionMode: 'reference' }
          ],
          ...{ mode: 'async', response: 'document' }
        },
        status: 201,
        headers: { Location: 'https://replay.example/base/processes/p/jobs/4f' },
        body: ''
      },
      { request: 'GET /processes/p/jobs/4f', body: { jobID: '4f', status: 'running', progress: 50 } },
      { request: 'GET /processes/p/jobs/4f', body: { jobID: '4f', status: 'successful' } },
      {
        request: 'GET /processes/p/jobs/4f/results',
        body: {
          outputs: [
            { id: 'a', value: { inlineValue: point } },
            { id: 'b', value: { href: 'https://replay.example/b.xml' } }
          ]
        }
      }
    ],
    call: {
      ...{ run: 'p', mode: 'async' },
      request: {
        inputs: { n: 5, place: { value: point } },
        outputs: { a: {}, b: { transmissionMode: 'reference' } },
        response: 'document'
      }
    },
    expected: {
      a: ['value', undefined, point],
      b: ['reference', undefined, 'https://replay.example/b.xml']
    }
  },
  {
    ...{ server, source, evidence, use },
    title: 'results that are not ready are a 400 with an OWS code',
    quirks: ['exceptionNamed', 'readProblem'],
    exchanges: [
      {
        request: 'GET /processes/p/jobs/4f/results',
        status: 400,
        body: { code: 'ResultNotReady', description: 'Job with id 4f not ready.' }
      }
    ],
    call: { results: '4f' },
    expected: { error: { code: 'http-status', status: 400, exception: 'result-not-ready' } }
  },
  {
    ...{ server, source, evidence: running, use },
    title: 'the list of processes is a bare array',
    quirks: ['readProcessList'],
    exchanges: [
      {
        request: 'GET /processes?limit=10',
        body: [
          { id: 'p', title: 'P', version: '1.0.0', keywords: [], links: [] },
          { id: 'q', title: 'Q', version: '1.0.0', keywords: [], links: [] }
        ]
      }
    ],
    call: { processes: 10 },
    expected: ['p', 'q']
  },
  {
    ...{ server, source, evidence: running, use },
    title: 'an unknown process is an invalid parameter',
    quirks: ['missingResource', 'readProblem'],
    exchanges: [
      {
        request: 'GET /processes/nope',
        status: 404,
        body: { code: 'InvalidParameter', description: 'there is no process OwsCode{value=nope}' }
      }
    ],
    call: { process: 'nope' },
    expected: { error: { code: 'http-status', status: 404, exception: 'no-such-process' } }
  }
]
