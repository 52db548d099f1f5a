import type { Replay } from './replay.ts'

const server = 'GeoServer'
const source =
  'https://github.com/geoserver/geoserver/blob/main/src/community/ogcapi/ogcapi-processes/src/main/java/org/geoserver/ogcapi/v1/processes/ProcessesService.java'
const writer =
  'https://github.com/geoserver/geoserver/blob/main/src/community/ogcapi/ogcapi-processes/src/main/java/org/geoserver/ogcapi/v1/processes/HttpResponseWriter.java'
const evidence = 'source code'
const base = 'https://replay.example/geoserver/ogc/processes/v1'
const described = {
  request: 'GET /processes/p',
  body: { id: 'p', version: '1.0.0', jobControlOptions: ['sync-execute', 'async-execute'], outputs: { a: {}, b: {} } }
}
const boundary = 'boundary-927fd34c-2d13-46d3-9c61-53335183f341'

export const geoserver: readonly Replay[] = [
  {
    ...{ server, source, evidence },
    title: 'an asynchronous execution returns a Location and an empty body; references have mediaType',
    quirks: ['jobIdFromLocation', 'readStartedJob', 'linkType'],
    exchanges: [
      described,
      { request: 'POST /processes/p/execution', status: 201, headers: { Location: `${base}/jobs/7d1` }, body: '' },
      {
        request: 'GET /jobs/7d1',
        body: { processID: 'p', jobID: '7d1', type: 'process', status: 'running', progress: 10 }
      },
      {
        request: 'GET /jobs/7d1',
        body: { processID: 'p', jobID: '7d1', type: 'process', status: 'successful', progress: 100 }
      },
      {
        request: 'GET /jobs/7d1/results',
        body: {
          a: { mediaType: 'image/tiff', href: 'https://replay.example/geoserver/ows?executionId=7d1&outputId=a.tif' },
          b: 5
        }
      }
    ],
    call: { run: 'p' },
    expected: {
      a: ['reference', 'image/tiff', 'https://replay.example/geoserver/ows?executionId=7d1&outputId=a.tif'],
      b: ['value', undefined, 5]
    }
  },
  {
    ...{ server, source, evidence },
    title: 'a reference is not closed before the next output',
    quirks: ['unclosedReferences', 'linkType'],
    exchanges: [
      described,
      {
        request: 'POST /processes/p/execution',
        body: { a: { mediaType: 'image/tiff', href: 'https://replay.example/a.tif', b: { bbox: [1, 2, 3, 4] } } }
      }
    ],
    call: { run: 'p', mode: 'sync' },
    expected: {
      a: ['reference', 'image/tiff', 'https://replay.example/a.tif'],
      b: ['value', undefined, { bbox: [1, 2, 3, 4] }]
    }
  },
  {
    ...{ server, source: writer, evidence },
    title: 'several raw outputs are parts with names in angle brackets',
    quirks: ['PartNames'],
    exchanges: [
      described,
      {
        request: 'POST /processes/p/execution',
        headers: { 'Content-Type': `multipart/related; boundary=${boundary}` },
        body: [
          `--${boundary}`,
          'Content-Type: text/plain',
          'Content-ID: <a>',
          '',
          'hello',
          `--${boundary}`,
          'Content-Type: application/json',
          'Content-ID: <b>',
          '',
          '{"bbox":[1,2,3,4]}',
          `--${boundary}--`,
          ''
        ].join('\r\n')
      }
    ],
    call: { run: 'p', mode: 'sync', request: { response: 'raw' } },
    expected: { a: ['value', 'text/plain', 'hello'], b: ['value', 'application/json', { bbox: [1, 2, 3, 4] }] }
  },
  {
    ...{ server, source, evidence },
    title: 'results of a failed job are reported as not ready',
    quirks: ['exceptionNamed'],
    exchanges: [
      {
        request: 'GET /jobs/7d1/results',
        status: 404,
        body: {
          type: 'http://www.opengis.net/def/exceptions/ogcapi-processes-1/1.0/result-not-ready',
          title: 'The job with id 7d1 is not in a state that allows retrieving results, it is: FAILED'
        }
      }
    ],
    call: { results: '7d1' },
    expected: { error: { code: 'http-status', status: 404, exception: 'result-not-ready' } }
  },
  {
    ...{ server, source, evidence },
    title: 'an unknown job is NotFound',
    quirks: ['missingResource'],
    exchanges: [
      {
        request: 'GET /jobs/nope',
        status: 404,
        body: { type: 'NotFound', title: 'The job with id nope does not exist, has expired' }
      }
    ],
    call: { job: 'nope' },
    expected: { error: { code: 'http-status', exception: 'no-such-job' } }
  }
]
