import type { FetchMiddleware } from '@geoclients/client-core'
import type { Replay } from './replay.ts'

const server = 'javaPS'
const source =
  'https://github.com/52North/javaPS/blob/master/rest/src/main/java/org/n52/javaps/rest/ProcessesApiImpl.java'
const serializer =
  'https://github.com/52North/javaPS/blob/master/rest/src/main/java/org/n52/javaps/rest/serializer/ResultSerializer.java'
const evidence = 'source code'

/** javaPS has the paths of a draft, `/processes/{id}/jobs/{jobId}`: who runs one process on it maps them. */
const use: FetchMiddleware = (next) => (input, init) => {
  const url = String(input)
    .replace(/\/processes\/([^/]+)\/execution$/, '/processes/$1/jobs')
    .replace(/\/base\/jobs\//, '/base/processes/p/jobs/')
  return next(url, init)
}

export const javaps: readonly Replay[] = [
  {
    ...{ server, source: serializer, evidence, use },
    title: 'a started job is named by Location alone; outputs are a list, and values are wrapped',
    quirks: ['jobIdFromLocation', 'readStartedJob', 'outputsArray', 'namedItems', 'inlineValue'],
    exchanges: [
      { request: 'GET /processes/p', body: { id: 'p', version: '1.0.0', outputs: { a: {}, b: {} } } },
      {
        request: 'POST /processes/p/jobs',
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
            { id: 'a', value: { inlineValue: { type: 'Point', coordinates: [7, 51] } } },
            { id: 'b', value: { href: 'https://replay.example/b.xml' } }
          ]
        }
      }
    ],
    call: { run: 'p', mode: 'async' },
    expected: {
      a: ['value', undefined, { type: 'Point', coordinates: [7, 51] }],
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
  }
]
