import type { Replay } from './replay.ts'

const server = 'weaver'
const jobs = 'https://github.com/crim-ca/weaver/blob/master/weaver/datatype.py'
const results = 'https://github.com/crim-ca/weaver/blob/master/weaver/wps_restapi/jobs/utils.py'
const store = 'https://replay.example/wpsoutputs/w2'
const profile = 'https://www.opengis.net/def/profile/OGC/0/ogc-results'
const described = { request: 'GET /processes/p', body: { id: 'p', version: '1.0', outputs: { scenes: {}, note: {} } } }

/** weaver 6.11 and newer, which speaks both versions at once. */
export const weaver2: readonly Replay[] = [
  {
    server,
    source: jobs,
    evidence: 'source code',
    title: 'a state has the members of both versions, and the URI of its process',
    quirks: ['idForJobId', 'processIdOf', 'normaliseStatus'],
    exchanges: [
      {
        request: 'GET /jobs/w2',
        body: {
          ...{ jobID: 'w2', id: 'w2', type: 'process', processID: 'p', status: 'succeeded', progress: 100 },
          process: 'https://replay.example/base/processes/p',
          ...{ processingEntityType: 'ogc-api-processes', profileEntityType: null }
        }
      }
    ],
    call: { job: 'w2' },
    expected: {
      ...{ jobID: 'w2', id: 'w2', type: 'process', processID: 'p', status: 'succeeded', progress: 100 },
      process: 'https://replay.example/base/processes/p',
      processingEntityType: 'ogc-api-processes'
    }
  },
  {
    server,
    source: results,
    evidence: 'source code',
    title: 'results name their profile; an output of several files is an array of links',
    quirks: ['linkType'],
    exchanges: [
      described,
      {
        request: 'GET /jobs/w2/results',
        headers: { 'Content-Profile': profile, Link: `<${profile}>; rel="profile"` },
        body: {
          scenes: [
            { href: `${store}/1.tif`, type: 'image/tiff', format: { mediaType: 'image/tiff' } },
            { href: `${store}/2.tif`, type: 'image/tiff', format: { mediaType: 'image/tiff' } }
          ],
          note: { value: 'two scenes', dataType: { name: 'string' } }
        }
      },
      { request: 'GET /jobs/w2', body: { jobID: 'w2', processID: 'p', status: 'successful' } }
    ],
    call: { results: 'w2' },
    expected: {
      scenes: ['list', ['reference', 'image/tiff', `${store}/1.tif`], ['reference', 'image/tiff', `${store}/2.tif`]],
      note: ['value', undefined, 'two scenes']
    }
  },
  {
    server,
    source: results,
    evidence: 'source code',
    title: 'a run without requested outputs returns 204 with the links of its job',
    quirks: ['linkedOutputs'],
    exchanges: [
      described,
      {
        request: 'POST /processes/p/execution',
        status: 204,
        headers: {
          Link: [
            '<https://replay.example/base/jobs/w2>; rel="status"; title="Job status."',
            '<https://replay.example/base/jobs>; rel="collection"; title="List of submitted jobs."',
            '<https://replay.example/base/jobs/w2/logs>; rel="logs"; title="Job logs."',
            '<https://replay.example/licence>; rel="license"; title="Licence."'
          ].join(', ')
        }
      }
    ],
    call: { run: 'p', mode: 'sync', request: { outputs: {} } },
    expected: {}
  }
]
