import { CasClient, type Point } from '@geoclients/cas-client'
import { OgcClient, type Results } from '@geoclients/ogc-client'
import { type Answer, json } from '../broken/answers.ts'
import type { Routes } from '../broken/fault-server.ts'

/** A typical use of a client, with a very large response. */
export interface Call {
  readonly name: string
  readonly status?: string
  readonly routes: (answer: Answer) => Routes
  readonly run: (baseUrl: string) => Promise<unknown>
}

export const timeout = 2_500
/** Milliseconds between two looks at the time. */
export const tick = 50

const ogcAt = (baseUrl: string): OgcClient =>
  new OgcClient({ baseUrl, retry: false, timeout, auth: () => 'hunter2%2F+secret', onWarning: () => {} })
const casAt = (baseUrl: string): CasClient =>
  new CasClient({ baseUrl, retry: false, timeout, apiKey: 'hunter2-secret' })
const description = json({ id: 'p', version: '1', jobControlOptions: ['sync-execute'], outputs: { x: { schema: {} } } })
const point: Point = { type: 'Point', coordinates: [7.45, 46.95] }
const request = { datasetIds: ['a:b'] }

export const calls: readonly Call[] = [
  {
    name: 'a list',
    routes: (answer) => ({ 'GET /processes': [answer] }),
    async run(baseUrl) {
      for await (const process of ogcAt(baseUrl).iterProcesses()) if (!process.id) return
    }
  },
  { name: 'a job', routes: (answer) => ({ 'GET /jobs/j': [answer] }), run: (baseUrl) => ogcAt(baseUrl).getJob('j') },
  {
    name: 'a problem',
    status: '400 Bad Request',
    routes: (answer) => ({ 'GET /jobs/j': [answer] }),
    run: (baseUrl) => ogcAt(baseUrl).getJob('j')
  },
  {
    name: 'a run',
    routes: (answer) => ({ 'GET /processes/p': [description], 'POST /processes/p/execution': [answer] }),
    run: async (baseUrl) =>
      readSome(await ogcAt(baseUrl).run('p', { inputs: {} }, { mode: 'sync', waitTimeout: timeout }))
  },
  {
    name: 'results',
    routes: (answer) => ({ 'GET /jobs/j/results': [answer] }),
    run: async (baseUrl) => readSome(await ogcAt(baseUrl).getJobResults('j', { processId: 'p' }))
  },
  {
    name: 'an extraction',
    routes: (answer) => ({ 'POST /api/v1/extract': [answer] }),
    run: (baseUrl) => casAt(baseUrl).extract({ geometry: point, ...request })
  },
  {
    name: 'a batch',
    routes: (answer) => ({ 'POST /api/v1/extract/batch': [answer] }),
    async run(baseUrl) {
      // Without a limit, a run would continue for minutes after a failure.
      const signal = AbortSignal.timeout(timeout)
      for await (const row of casAt(baseUrl).extractAll([point], request, { signal })) if (!row.ok) throw row.error
    }
  }
]

/** Reads the first outputs in each possible way. Each is a call of its own, so between them `run.ts` looks at the time. */
async function readSome(results: Results): Promise<void> {
  for (const [, output] of [...results].slice(0, 3)) {
    if (output.kind === 'reference') continue
    for (const read of [() => output.arrayBuffer(), () => output.text(), () => output.json()]) {
      await pause()
      await read().catch(() => {})
    }
  }
}

function pause(): Promise<void> {
  return new Promise((done) => setTimeout(done, 2 * tick))
}
