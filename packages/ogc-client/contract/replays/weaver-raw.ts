import type { Replay } from './replay.ts'

const common = {
  server: 'weaver',
  source: 'https://github.com/crim-ca/weaver',
  evidence: 'a run of 6.15.0'
} as const
const described = { request: 'GET /processes/p', body: { id: 'p', version: '1.0', outputs: { a: {}, b: {} } } }
const job = 'https://replay.example/base/processes/p/jobs/w2'
const execution = 'POST /processes/p/execution'

/** What weaver answers where raw results were asked for, and where a run fails. */
export const weaverRaw: readonly Replay[] = [
  {
    ...common,
    title: 'several raw outputs have two Content-Type headers',
    quirks: ['contentType', 'PartNames'],
    exchanges: [
      described,
      {
        request: execution,
        headers: { 'Content-Type': 'text/html; charset=UTF-8, multipart/mixed; boundary="w2"' },
        body: [
          '--w2',
          'Content-Type: text/plain',
          'Content-ID: <a@w2>',
          '',
          'oak',
          '--w2',
          'Content-Type: application/json',
          'Content-ID: <b@w2>',
          '',
          '[1]',
          '--w2--',
          ''
        ].join('\r\n')
      }
    ],
    call: { run: 'p', mode: 'sync', request: { response: 'raw' } },
    expected: { a: ['value', 'text/plain', 'oak'], b: ['value', 'application/json', [1]] }
  },
  {
    ...common,
    title: 'raw references are a 204 with links to all resources of the job',
    quirks: ['linkedOutputs', 'withoutTwins'],
    exchanges: [
      described,
      {
        request: execution,
        status: 204,
        headers: {
          Link: [
            `<${job}>; rel="status"; type="application/json"`,
            `<${job}>; rel="monitor"; type="application/json"`,
            `<${job}/inputs>; rel="inputs"; type="application/json"`,
            `<${job}/outputs>; rel="outputs"; type="application/json"`,
            `<${job}/results>; rel="https://www.opengis.net/def/rel/ogc/1.0/results"; type="application/json"`,
            `<${job}/prov>; rel="https://www.w3.org/ns/prov"; type="application/json"`,
            `<${job}/other?f=text/csv>; rel="output"; type="text/csv"`,
            '<https://replay.example/wpsoutputs/w2/a.txt>; rel="a"; type="text/plain"',
            '<https://replay.example/wpsoutputs/w2/a.txt>; rel="output"; type="text/plain"'
          ].join(', ')
        }
      }
    ],
    call: {
      ...{ run: 'p', mode: 'sync' },
      request: { response: 'raw', outputs: { a: { transmissionMode: 'reference' } } }
    },
    expected: { a: ['reference', 'text/plain', 'https://replay.example/wpsoutputs/w2/a.txt'] }
  },
  {
    ...common,
    title: 'a failed synchronous run is a 400 with the state of its job',
    quirks: ['failedRunOf', 'idForJobId'],
    exchanges: [
      described,
      {
        request: execution,
        status: 400,
        headers: { Location: job },
        body: { id: 'w2', jobID: 'w2', processID: 'p', type: 'process', status: 'failed', message: 'Job failed.' }
      },
      {
        request: 'GET /jobs/w2/results',
        status: 400,
        body: { type: 'InvalidParameterValue', title: 'Job failed', description: 'no tree named &quot;elm&quot;' }
      }
    ],
    call: { run: 'p', mode: 'sync' },
    expected: { error: { code: 'job-failed', job: { id: 'w2' }, apiError: { detail: 'no tree named "elm"' } } }
  }
]
