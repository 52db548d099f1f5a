import { unsent } from '@geoclients/contract-core'
import { expect, test } from 'vitest'
import { OgcClient } from '../client/ogc-client.ts'
import { operations } from '../generated/operations.ts'
import { leftOut } from './left-out.ts'

const request = { inputs: { a: 1 } }
const cwl = 'cwlVersion: v1.2'

test('each method sends its operation, and each query parameter reaches the wire', async () => {
  const found = await unsent<typeof operations, OgcClient, typeof leftOut>({
    operations,
    leftOut,
    samples: { type: ['process'], datetime: '2026-01-01T00:00:00Z' },
    client: (fetch) =>
      new OgcClient({ baseUrl: 'https://ogc.example/base', fetch, retry: false, onWarning: () => undefined }),
    calls: {
      createJob: (ogc) => ogc.createJob('p', request),
      deployProcess: (ogc, query) => ogc.deployProcess(cwl, query),
      dismissJob: (ogc) => ogc.dismissJob('j'),
      executeProcess: (ogc) => ogc.executeProcess('p', request),
      getCapabilities: (ogc) => ogc.getCapabilities(),
      getConformance: (ogc) => ogc.getConformance(),
      getJob: (ogc) => ogc.getJob('j'),
      getJobDefinition: (ogc) => ogc.getJobDefinition('j'),
      getJobInputs: (ogc) => ogc.getJobInputs('j'),
      getJobResult: (ogc) => ogc.getJobResult('j', 'o'),
      getJobResultItem: (ogc) => ogc.getJobResultItem('j', 'o', 0),
      getJobResults: (ogc, query) => ogc.getJobResults('j', query),
      getJobs: (ogc, query) => ogc.getJobs(query),
      getProcess: (ogc) => ogc.getProcess('p'),
      getProcessPackage: (ogc) => ogc.getProcessPackage('p'),
      getProcesses: (ogc, query) => ogc.getProcesses(query),
      replaceProcess: (ogc, query) => ogc.replaceProcess('p', cwl, query),
      startJob: (ogc) => ogc.startJob('j'),
      undeployProcess: (ogc) => ogc.undeployProcess('p'),
      updateJob: (ogc) => ogc.updateJob('j', request)
    }
  })
  expect(found).toEqual([])
})
