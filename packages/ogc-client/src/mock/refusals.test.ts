import { type ValidRequest, type WrongRequest, wrongRequests } from '@geoclients/contract-core'
import { expect, test } from 'vitest'
import { createOgcMock } from './ogc-mock.ts'

const [processID, jobID] = ['primes_between', 'job-1']
const body = { inputs: { max_val: 30 }, outputs: {}, subscriber: { successUri: 'http://127.0.0.1:1/done' } }
const job = { path: { jobID } }
const deployed = { path: { processID } }

/** A request of each operation that the contract takes; those with a package are no JSON. */
const valid: Readonly<Record<string, ValidRequest>> = {
  ...{ getCapabilities: {}, getConformance: {}, getProcesses: {}, getJobs: {}, deployProcess: {} },
  ...{ getProcess: deployed, replaceProcess: deployed, undeployProcess: deployed, getProcessPackage: deployed },
  ...{ getJob: job, dismissJob: job, getJobResults: job, getJobInputs: job, getJobDefinition: job, startJob: job },
  executeProcess: { path: { processID }, body },
  createJob: { body: { ...body, process: processID } },
  updateJob: { path: { jobID }, body },
  getJobResult: { path: { jobID, outputID: 'return_value' } },
  getJobResultItem: { path: { jobID, outputID: 'return_value', N: '0' } }
}
const wrong = await wrongRequests(new URL('../../../../specs/ogc-processes/openapi.yaml', import.meta.url), valid)

const json = { 'Content-Type': 'application/json' }
const isOf: Readonly<Record<'strict' | '2.0', (request: WrongRequest) => boolean>> = {
  // Part 4 is of version 2.0.
  strict: ({ operationId }) => !['createJob', 'updateJob'].includes(operationId),
  // Version 2.0 has no `response`: to its servers it is one of the members that they do not know.
  '2.0': ({ field }) => field !== 'response'
}
const cases = (['strict', '2.0'] as const).flatMap((dialect) =>
  wrong.filter(isOf[dialect]).map((request) => [dialect, request.title, request] as const)
)

test.each(cases)('the dialect %s refuses %s', async (dialect, _, { field, method, path, body = null }) => {
  const mock = createOgcMock({ dialect })
  const ask = (to: string, init: RequestInit): Promise<Response> =>
    mock.fetch(mock.baseUrl + to, { ...init, ...(init.body && { headers: json }) })
  // The job that is changed.
  if (dialect === '2.0') await ask('/jobs', { method: 'POST', body: JSON.stringify(valid.createJob?.body) })
  const answer = await ask(path, { method, body })
  expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining(field)])
})

test.each(['strict', '2.0'] as const)('what the wrong ones are made of is taken by the dialect %s', async (dialect) => {
  const mock = createOgcMock({ dialect })
  const init = { method: 'POST', headers: json, body: JSON.stringify(valid.executeProcess?.body) }
  expect((await mock.fetch(`${mock.baseUrl}/processes/${processID}/execution`, init)).ok).toBe(true)
  for (const path of ['/jobs', '/processes']) expect((await mock.fetch(mock.baseUrl + path)).ok).toBe(true)
})
