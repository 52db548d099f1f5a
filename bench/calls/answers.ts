import type { OgcMock } from '@geoclients/ogc-client/mock'

/** A prepared response. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

/** An existing job, and the number of jobs on a page of the list. */
export const jobId = 'job-1'
export const pageSize = 40

const json = { 'content-type': 'application/json' }
const execution = '/processes/primes_between/execution'
const inputs = JSON.stringify({ inputs: { min_val: 10, max_val: 30 } })

/** The mock's responses to all measured requests, by method and path. */
export async function answersOf(mock: OgcMock): Promise<ReadonlyMap<string, Answer>> {
  const ask = async (method: string, path: string, headers = {}, body: string | null = null): Promise<Answer> => {
    const response = await mock.fetch(`${mock.baseUrl}${path}`, { method, headers, body })
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: await response.bytes()
    }
  }
  for (let job = 0; job < pageSize; job++) await ask('POST', execution, { ...json, prefer: 'respond-async' }, inputs)
  return new Map([
    [`GET /jobs/${jobId}`, await ask('GET', `/jobs/${jobId}`)],
    [`GET /jobs?limit=${pageSize}`, await ask('GET', `/jobs?limit=${pageSize}`)],
    ['GET /processes/primes_between', await ask('GET', '/processes/primes_between')],
    [`POST ${execution}`, await ask('POST', execution, json, inputs)]
  ])
}
