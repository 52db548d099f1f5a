import type { Replay } from './replay.ts'

const server = 'Copernicus stores'
const client = 'https://github.com/ecmwf/ecmwf-datastores-client/blob/main/ecmwf/datastores/processing.py'
const exceptions =
  'https://github.com/ecmwf-projects/cads-processing-api-service/blob/main/cads_processing_api_service/exceptions.py'
const evidence = 'source code'
const described = {
  request: 'GET /processes/reanalysis',
  body: { id: 'reanalysis', version: '1.0.0', jobControlOptions: ['async-execute'], outputs: { asset: {} } }
}
const job = { processID: 'reanalysis', type: 'process', jobID: 'c1', metadata: { origin: 'api' } }
const started = {
  request: 'POST /processes/reanalysis/execution',
  status: 201,
  body: { ...job, status: 'accepted', links: [{ rel: 'monitor', href: 'https://replay.example/base/jobs/c1' }] }
}
const file = 'https://store.example/cache/c1.grib'

export const copernicus: readonly Replay[] = [
  {
    ...{ server, source: client, evidence },
    title: 'a file is an asset inside a value',
    quirks: ['wrappedLink'],
    exchanges: [
      described,
      started,
      { request: 'GET /jobs/c1', body: { ...job, status: 'successful' } },
      {
        request: 'GET /jobs/c1/results',
        body: {
          asset: {
            type: 'application/json',
            value: {
              type: 'application/x-grib',
              href: file,
              'file:size': 2_076_600,
              'file:checksum': '8b1a',
              'file:local_path': 's3://cache/c1.grib'
            }
          }
        }
      }
    ],
    call: { run: 'reanalysis' },
    expected: { asset: ['reference', 'application/x-grib', file] }
  },
  {
    ...{ server, source: client, evidence },
    title: 'a job with the status deleted has ended',
    quirks: ['normaliseStatus'],
    exchanges: [described, started, { request: 'GET /jobs/c1', body: { ...job, status: 'deleted' } }],
    call: { run: 'reanalysis' },
    expected: { error: { code: 'job-dismissed' } }
  },
  {
    ...{ server, source: client, evidence: 'notes of this project' },
    title: 'a job with the status rejected has failed',
    quirks: ['normaliseStatus'],
    exchanges: [described, started, { request: 'GET /jobs/c1', body: { ...job, status: 'rejected' } }],
    call: { run: 'reanalysis' },
    expected: { error: { code: 'job-failed' } }
  },
  {
    ...{ server, source: exceptions, evidence },
    title: 'exceptions have plain words as type',
    quirks: ['exceptionNamed'],
    exchanges: [
      {
        request: 'GET /jobs/c1/results',
        status: 404,
        body: { type: 'results expired', title: 'results expired', status: 404, trace_id: 'unset' }
      }
    ],
    call: { results: 'c1' },
    expected: { error: { code: 'http-status', status: 404, exception: 'results-expired' } }
  },
  {
    ...{
      server,
      source: 'https://github.com/ecmwf-projects/ogc-api-processes-fastapi',
      evidence: 'a run of its main branch'
    },
    title: 'for a failed job, the reason is only in the traceback of its results',
    quirks: ['lastLine'],
    exchanges: [
      described,
      started,
      { request: 'GET /jobs/c1', body: { ...job, status: 'failed' } },
      {
        request: 'GET /jobs/c1/results',
        status: 400,
        body: {
          ...{ type: 'job results failed', title: 'The job has failed', status: 400, trace_id: 'unset' },
          traceback: 'Traceback (most recent call last):\n  …\nKeyError: no month 13'
        }
      }
    ],
    call: { run: 'reanalysis' },
    expected: {
      error: { code: 'job-failed', message: 'job "c1" of process "reanalysis" failed: KeyError: no month 13' }
    }
  }
]
