import type { Replay } from './replay.ts'

const server = 'ldproxy (the branch with processes, version 2.0)'
const folder =
  'https://github.com/ldproxy/ldproxy/blob/ldp-42-ogc-api-processes/ogcapi-draft/ogcapi-processes/src/main/java/de/ii/ogcapi/processes'
const described = { request: 'GET /processes/p', body: { id: 'p', version: '1.0', outputs: { area: {}, name: {} } } }
const state = {
  ...{ id: 'l1', processId: 'p' },
  ...{ processingEntityType: 'ogc-api-processes', profileEntityType: 'ogc-api-processes' }
}

export const ldproxy: readonly Replay[] = [
  {
    server,
    source: `${folder}/app/ExecutionQueriesHandlerImpl.java`,
    evidence: 'source code',
    title:
      'an execution that starts a job returns 200 and the state, without Location; the process is called processId',
    quirks: ['idForJobId', 'processIdOf'],
    exchanges: [
      described,
      { request: 'POST /processes/p/execution', body: { ...state, status: 'accepted' } },
      { request: 'GET /jobs/l1', body: { ...state, status: 'successful', progress: 100 } },
      { request: 'GET /jobs/l1/results', body: { area: 12.5, name: 'Kiel' } }
    ],
    call: { run: 'p', mode: 'async' },
    expected: { area: ['value', undefined, 12.5], name: ['value', undefined, 'Kiel'] }
  },
  {
    server,
    source: `${folder}/domain/model/OgcStatusInfo.java`,
    evidence: 'source code',
    title: 'a state has no type, and may have an exception',
    quirks: ['idForJobId', 'processIdOf'],
    exchanges: [
      {
        request: 'GET /jobs/l1',
        body: { ...state, status: 'failed', exception: { type: 'InvalidParameterValue', detail: 'no area' } }
      }
    ],
    call: { job: 'l1' },
    expected: {
      ...state,
      ...{ jobID: 'l1', processID: 'p', type: 'process', status: 'failed' },
      exception: { type: 'InvalidParameterValue', detail: 'no area' }
    }
  },
  {
    server,
    source: `${folder}/app/JobQueriesHandlerImpl.java`,
    evidence: 'source code',
    title: 'results without outputs are a 204',
    quirks: ['linkedOutputs'],
    exchanges: [
      described,
      { request: 'POST /processes/p/execution', body: { ...state, status: 'successful' } },
      { request: 'GET /jobs/l1/results', status: 204 }
    ],
    call: { run: 'p', mode: 'async', request: { outputs: {} } },
    expected: {}
  }
]
