import { OgcClient, type paths } from '@geoclients/ogc-client'
import ky from 'ky'
import createClient from 'openapi-fetch'
import { jobId, pageSize } from './answers.ts'

type Fetch = typeof globalThis.fetch

/** A library that makes the calls. All send the same requests and resolve with the same JSON. */
export interface Contestant {
  getJob(): Promise<unknown>
  /** A page of 40 jobs. */
  getJobs(): Promise<unknown>
  /** A process that the server answers immediately, with the value of its only output. */
  runSync(): Promise<unknown>
}

export type Call = keyof Contestant

const timeout = 60_000
const processId = 'primes_between'
const request = { inputs: { min_val: 10, max_val: 30 } }

export type Name = 'fetch' | 'ogc-client' | 'openapi-fetch' | 'ky'

/** Each makes its client, which sends its requests with the given `fetch`. */
export const contestants: Readonly<Record<Name, (baseUrl: string, send: Fetch) => Contestant>> = {
  fetch: bareFetch,
  'ogc-client': ogcClient,
  'openapi-fetch': openapiFetch,
  ky: kyClient
}

function bareFetch(baseUrl: string, send: Fetch): Contestant {
  const headers = { accept: 'application/json' }
  const json = async (path: string, init?: RequestInit): Promise<unknown> => {
    const response = await send(`${baseUrl}${path}`, { headers, ...init, signal: AbortSignal.timeout(timeout) })
    return await response.json()
  }
  return {
    getJob: () => json(`/jobs/${jobId}`),
    getJobs: () => json(`/jobs?limit=${pageSize}`),
    runSync: () =>
      json(`/processes/${processId}/execution`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify(request)
      })
  }
}

function ogcClient(baseUrl: string, send: Fetch): Contestant {
  const ogc = new OgcClient({ baseUrl, fetch: send, timeout })
  return {
    getJob: () => ogc.getJob(jobId),
    getJobs: () => ogc.getJobs({ limit: pageSize }),
    runSync: async () => {
      const results = await ogc.run(processId, request, { mode: 'sync' })
      return await results.get('return_value').json()
    }
  }
}

function openapiFetch(baseUrl: string, send: Fetch): Contestant {
  const client = createClient<paths>({ baseUrl, fetch: send, headers: { accept: 'application/json' } })
  const signal = (): AbortSignal => AbortSignal.timeout(timeout)
  return {
    getJob: async () => {
      const params = { path: { jobID: jobId } }
      return (await client.GET('/jobs/{jobID}', { params, signal: signal() })).data
    },
    getJobs: async () => {
      const params = { query: { limit: pageSize } }
      return (await client.GET('/jobs', { params, signal: signal() })).data
    },
    runSync: async () => {
      const params = { path: { processID: processId } }
      const init = { params, body: request, signal: signal() }
      return (await client.POST('/processes/{processID}/execution', init)).data
    }
  }
}

function kyClient(baseUrl: string, send: Fetch): Contestant {
  const client = ky.create({ prefix: baseUrl, fetch: send, timeout })
  return {
    getJob: () => client.get(`jobs/${jobId}`).json(),
    getJobs: () => client.get('jobs', { searchParams: { limit: pageSize } }).json(),
    runSync: () => client.post(`processes/${processId}/execution`, { json: request }).json()
  }
}
