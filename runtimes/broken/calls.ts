import { CasClient, type Point } from '@geoclients/cas-client'
import { OgcClient } from '@geoclients/ogc-client'
import { type Answer, json } from './answers.ts'
import type { Routes } from './fault-server.ts'
import type { Outcome, Outcomes } from './table.ts'

/** A typical use of a client, with one broken response. */
export interface Call {
  readonly name: string
  /** `answer` makes the broken response from the right body. */
  readonly routes: (answer: (body: unknown) => Answer) => Routes
  /** Undefined if the row does not define it. */
  readonly expected: (row: Outcomes) => Outcome | undefined
  /** Resolves if the call succeeds. */
  readonly run: (baseUrl: string) => Promise<unknown>
}

const job = { jobID: 'j', type: 'process', status: 'successful' }
const description = { id: 'p', version: '1', jobControlOptions: ['sync-execute'], outputs: { x: { schema: {} } } }
const reference = json({ x: { href: './file', type: 'application/json' } })
const point: Point = { type: 'Point', coordinates: [7.45, 46.95] }
const request = { datasetIds: ['a:b'] }
/** Milliseconds after which the headers have arrived, but not the body. */
const meanwhile = 350
const bounds = { timeout: 700, maxBodyBytes: 100_000 }

const ogcAt = (baseUrl: string): OgcClient => new OgcClient({ baseUrl, retry: false, ...bounds })
const casAt = (baseUrl: string): CasClient => new CasClient({ baseUrl, retry: false, ...bounds })
/** A client that repeats batches. */
const patientAt = (baseUrl: string): CasClient => new CasClient({ baseUrl, ...bounds })
const document = (row: Outcomes): Outcome | undefined => row.document

const result = {
  ...{ dataset_id: 'a:b', variable: 'b', value: 1, units: 'm', aggregation: 'mean', quality: 'good' },
  ...{ coverage_fraction: 1, pixel_count: 1, timestamp: null, provider: 'a', elapsed_ms: 1 },
  ...{ provenance: '', valid_range: [0, 1] }
}
const extraction = { request_id: 'r', geometry_hash: 'h', elapsed_ms: 1, warnings: [], results: [result] }
const batch = { request_id: 'r', total_geometries: 1, total_results: 1, elapsed_ms: 1, responses: [extraction] }
const batches: Call['routes'] = (answer) => ({ 'POST /api/v1/extract/batch': [answer(batch), json(batch)] })
const feature = { type: 'Feature' as const, geometry: point, properties: {} }

export const calls: readonly Call[] = [
  {
    name: 'getJob',
    routes: (answer) => ({ 'GET /jobs/j': [answer(job)] }),
    expected: document,
    run: (baseUrl) => ogcAt(baseUrl).getJob('j')
  },
  {
    name: 'getProcess',
    routes: (answer) => ({ 'GET /processes/p': [answer(description)] }),
    expected: document,
    run: (baseUrl) => ogcAt(baseUrl).getProcess('p')
  },
  {
    name: 'getJob, repeated',
    routes: (answer) => ({ 'GET /jobs/j': [answer(job), json(job)] }),
    expected: ({ repeated }) => repeated,
    run: (baseUrl) => new OgcClient({ baseUrl, ...bounds, timeout: 3_000 }).getJob('j')
  },
  {
    name: 'run, sync, by name',
    routes: (answer) => ({
      'GET /processes/p': [json(description)],
      'POST /processes/p/execution': [answer({ x: 1 })]
    }),
    expected: ({ document: code, execution = code }) => execution,
    run: async (baseUrl) => {
      const results = await ogcAt(baseUrl).run('p', { inputs: {} }, { mode: 'sync' })
      return results.get('x').json()
    }
  },
  {
    name: 'a reference, read whole',
    routes: (answer) => ({ 'GET /jobs/j/results': [reference], 'GET /jobs/j/file': [answer({})] }),
    expected: ({ file }) => file,
    run: async (baseUrl) => (await linked(baseUrl)).arrayBuffer()
  },
  {
    name: 'a reference, as a stream',
    routes: (answer) => ({ 'GET /jobs/j/results': [reference], 'GET /jobs/j/file': [answer({})] }),
    expected: ({ file, stream = file }) => stream,
    run: async (baseUrl) => readFor(await (await linked(baseUrl)).stream(), 1_500)
  },
  {
    name: 'getJobResults by links',
    routes: (answer) => ({ 'GET /jobs/j/results': [answer('')] }),
    expected: ({ links }) => links,
    run: async (baseUrl) => (await ogcAt(baseUrl).getJobResults('j', { processId: 'p' })).get('x')
  },
  {
    name: 'getJob, aborted',
    routes: (answer) => ({ 'GET /jobs/j': [answer(job)] }),
    expected: ({ left }) => (left ? 'aborted' : undefined),
    run(baseUrl) {
      const user = new AbortController()
      setTimeout(() => user.abort(), meanwhile)
      return ogcAt(baseUrl).getJob('j', { signal: user.signal })
    }
  },
  {
    name: 'getJob, closed',
    routes: (answer) => ({ 'GET /jobs/j': [answer(job)] }),
    expected: ({ left }) => (left ? 'closed' : undefined),
    run(baseUrl) {
      const ogc = ogcAt(baseUrl)
      setTimeout(() => ogc.close(), meanwhile)
      return ogc.getJob('j')
    }
  },
  {
    name: 'HEAD by fetch',
    routes: (answer) => ({ 'HEAD /jobs/j': [answer('')] }),
    expected: ({ head }) => head,
    run: async (baseUrl) => (await ogcAt(baseUrl).fetch('/jobs/j', { method: 'HEAD' })).text()
  },
  {
    name: 'dismissJob',
    routes: (answer) => ({ 'DELETE /jobs/j': [answer({ ...job, status: 'dismissed' })] }),
    expected: ({ dismissal }) => dismissal,
    run: (baseUrl) => ogcAt(baseUrl).dismissJob('j')
  },
  {
    name: 'a poll of wait',
    routes: (answer) => ({ 'GET /jobs/j': [answer(job), json(job)] }),
    expected: ({ poll }) => poll,
    run: (baseUrl) => ogcAt(baseUrl).job('j').wait()
  },
  {
    name: 'extract',
    routes: (answer) => ({ 'POST /api/v1/extract': [answer(extraction)] }),
    expected: document,
    run: (baseUrl) => casAt(baseUrl).extract({ geometry: point, ...request })
  },
  {
    name: 'a batch of extractAll',
    routes: batches,
    expected: ({ batch: code }) => code,
    run: async (baseUrl) => {
      for await (const row of patientAt(baseUrl).extractAll([point], request)) if (!row.ok) throw row.error
    }
  },
  {
    name: 'a batch of enrich',
    routes: batches,
    expected: ({ batch: code }) => code,
    run: async (baseUrl) => {
      for await (const row of patientAt(baseUrl).enrich([feature], request)) if (!row.ok) throw row.error
    }
  }
]

async function linked(baseUrl: string) {
  const results = await ogcAt(baseUrl).getJobResults('j', { processId: 'p' })
  return results.get('x')
}

/** Reads a stream to its end, or for at most this time. */
async function readFor(stream: ReadableStream<Uint8Array>, ms: number): Promise<void> {
  const reader = stream.getReader()
  for (const end = Date.now() + ms; Date.now() < end; ) if ((await reader.read()).done) return
  await reader.cancel()
}
