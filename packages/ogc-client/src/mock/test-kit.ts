import { createVirtualClock, type VirtualClock } from '@geoclients/mock-core'
import type { ProcessRequest } from '../generated/types.ts'
import type { JobInfo, JobList } from '../types/wire.ts'
import { createOgcMock, type OgcMock, type OgcMockOptions } from './ogc-mock.ts'

/** A mock on a virtual clock with shortcuts for requests, for the tests of the mock. */
export interface TestKit {
  readonly mock: OgcMock
  readonly clock: VirtualClock
  ask(path: string, init?: RequestInit): Promise<Response>
  execute(processId: string, request: ProcessRequest, headers?: Readonly<Record<string, string>>): Promise<Response>
  /** Executes with `Prefer: respond-async`. */
  submit(processId: string, request: ProcessRequest): Promise<JobInfo>
  job(id: string): Promise<JobInfo>
  jobs(query?: string): Promise<JobList>
}

export function createTestKit(options: OgcMockOptions = {}): TestKit {
  const clock = createVirtualClock()
  const mock = createOgcMock({ clock, ...options })
  const ask: TestKit['ask'] = (path, init) => mock.fetch(mock.baseUrl + path, init)
  const execute: TestKit['execute'] = (processId, request, headers = {}) =>
    ask(`/processes/${processId}/execution`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify(request)
    })
  return {
    mock,
    clock,
    ask,
    execute,
    submit: async (processId, request) => (await execute(processId, request, { Prefer: 'respond-async' })).json(),
    job: async (id) => (await ask(`/jobs/${id}`)).json(),
    jobs: async (query = '') => (await ask(`/jobs${query}`)).json()
  }
}

/** Splits a multipart body, independently of the client's parser. */
export async function readParts(response: Response): Promise<{ headers: Headers; body: Uint8Array }[]> {
  const boundary = /boundary=([^;]+)/.exec(response.headers.get('Content-Type') ?? '')?.[1]
  // One character per byte. The decoder called latin1 is windows-1252, and would change some bytes.
  const text = Array.from(await response.bytes(), (byte) => String.fromCharCode(byte)).join('')
  const parts = text.split(`--${boundary}`).slice(1, -1)
  return parts.map((part) => {
    const gap = part.indexOf('\r\n\r\n')
    const lines = part.slice(2, gap).split('\r\n')
    const pairs = lines.map((line): [string, string] => {
      const colon = line.indexOf(':')
      return [line.slice(0, colon), line.slice(colon + 1).trim()]
    })
    const body = Uint8Array.from(part.slice(gap + 4, -2), (char) => char.charCodeAt(0))
    return { headers: new Headers(pairs), body }
  })
}
