import type { Replay } from './replay.ts'

const server = 'weaver'
const utils = 'https://github.com/crim-ca/weaver/blob/master/weaver/wps_restapi/jobs/utils.py'
const described = { request: 'GET /processes/p', body: { id: 'p', version: '1.0', outputs: { a: {}, b: {} } } }
const store = 'https://replay.example/wpsoutputs/w1'

export const weaver: readonly Replay[] = [
  {
    server,
    // The members of results are in the source as well.
    source: utils,
    evidence: 'notes of this project',
    title: 'a job has both ids and ends as succeeded; a file has a format, and a literal a type',
    quirks: ['idForJobId', 'normaliseStatus', 'linkType'],
    exchanges: [
      described,
      {
        request: 'POST /processes/p/execution',
        status: 201,
        headers: { Location: 'https://replay.example/base/processes/p/jobs/w1' },
        body: {
          id: 'w1',
          jobID: 'w1',
          processID: 'p',
          status: 'accepted',
          location: 'https://replay.example/base/processes/p/jobs/w1'
        }
      },
      { request: 'GET /jobs/w1', body: { id: 'w1', jobID: 'w1', type: 'process', status: 'succeeded', progress: 100 } },
      {
        request: 'GET /jobs/w1/results',
        body: {
          a: {
            href: `${store}/a.tif`,
            type: 'image/tiff',
            format: { mediaType: 'image/tiff' },
            digestMultibase: 'zQm'
          },
          b: { value: 'x', dataType: { name: 'string' } }
        }
      }
    ],
    call: { run: 'p' },
    expected: { a: ['reference', 'image/tiff', `${store}/a.tif`], b: ['value', undefined, 'x'] }
  },
  {
    server,
    source: utils,
    evidence: 'source code',
    title: 'parts have the names of output and job; a reference has a location and no content',
    quirks: ['PartNames'],
    exchanges: [
      described,
      {
        request: 'GET /jobs/w1/results',
        headers: { 'Content-Type': 'multipart/mixed; boundary="w-1"' },
        body: [
          '--w-1',
          'Content-Type: application/json',
          'Content-ID: <a@w1>',
          `Content-Location: ${store}/a.json`,
          '',
          '[1,2]',
          '--w-1',
          'Content-Type: image/tiff',
          'Content-ID: <b@w1>',
          'Content-Disposition: attachment; name="b"; filename="b.tif"',
          `Content-Location: ${store}/b.tif`,
          'Content-Length: 0',
          '',
          '',
          '--w-1--',
          ''
        ].join('\r\n')
      },
      { request: 'GET /jobs/w1', body: { jobID: 'w1', processID: 'p', status: 'successful' } }
    ],
    call: { results: 'w1' },
    expected: { a: ['value', 'application/json', [1, 2]], b: ['reference', 'image/tiff', `${store}/b.tif`] }
  },
  {
    server,
    source: utils,
    evidence: 'source code',
    title: 'each raw reference has two links',
    quirks: ['withoutTwins'],
    exchanges: [
      {
        request: 'GET /jobs/w1/results',
        status: 204,
        headers: {
          Link: [
            `<${store}/a.csv>; rel="a"; type="text/csv"`,
            `<${store}/a.csv>; rel="output"; type="text/csv"; id="a"`,
            '<https://www.opengis.net/dev/profile/OGC/0/ogc-results>; rel="profile"'
          ].join(', ')
        }
      }
    ],
    call: { results: 'w1' },
    expected: { a: ['reference', 'text/csv', `${store}/a.csv`] }
  },
  {
    server,
    source: 'https://pavics-weaver.readthedocs.io/en/latest/processes.html',
    evidence: 'notes of this project',
    title: 'jobs are listed as bare ids, and pages have numbers',
    quirks: ['bareJobId', 'iterateLinked'],
    exchanges: [
      {
        request: 'GET /jobs?limit=2',
        body: {
          jobs: ['w1', 'w2'],
          page: 0,
          total: 3,
          links: [{ rel: 'next', href: 'https://replay.example/base/jobs?limit=2&page=1' }]
        }
      },
      { request: 'GET /jobs?limit=2&page=1', body: { jobs: ['w3'], page: 1, total: 3, links: [] } }
    ],
    call: { jobs: 2 },
    expected: [
      ['w1', 'unknown'],
      ['w2', 'unknown'],
      ['w3', 'unknown']
    ]
  }
]
