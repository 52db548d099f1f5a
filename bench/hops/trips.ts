import { CasClient } from '@geoclients/cas-client'
import { createCasMock } from '@geoclients/cas-client/mock'
import { OgcClient } from '@geoclients/ogc-client'
import { createOgcMock } from '@geoclients/ogc-client/mock'

/** A typical call on the mocks. Clients are created before, and have loaded what comes late, so neither is counted. */
export interface Trip {
  readonly run: () => Promise<unknown>
  /** The number of rounds of the call, by which its hops are divided. Default: 1. */
  readonly rounds?: () => number
}

const primes = { inputs: { min_val: 10, max_val: 30 } }

export function getProcess(): Trip {
  const { ogc } = ogcClient()
  return { run: () => ogc.getProcess('primes_between') }
}

export async function runSync(): Promise<Trip> {
  const { ogc } = ogcClient()
  await ogc.getJobs()
  return { run: async () => (await ogc.run('primes_between', primes, { mode: 'sync' })).get('return_value').json() }
}

/** A run for which the server starts a job. */
export async function runAuto(): Promise<Trip> {
  const { ogc } = ogcClient()
  await ogc.getJobs()
  return { run: async () => (await ogc.run('primes_between', primes)).get('return_value').json() }
}

/** A job that takes a second, from the first poll to the last. */
export async function watch(): Promise<Trip> {
  const { ogc, requests } = ogcClient()
  const { jobID } = await ogc.executeProcess('sleep_a_while', { inputs: { duration: 1 } })
  const before = requests()
  return {
    run: async () => {
      for await (const _ of ogc.job(jobID).watch());
    },
    rounds: () => requests() - before
  }
}

export async function extractAll(): Promise<Trip> {
  const mock = createCasMock()
  const cas = new CasClient({ baseUrl: mock.baseUrl, fetch: mock.fetch })
  await cas.findDatasets({})
  const points = [7, 7.1, 7.2].map((x) => ({ type: 'Point', coordinates: [x, 47] }) as const)
  return {
    run: async () => {
      for await (const _ of cas.extractAll(points, { datasetIds: ['demo_terrain:elevation'] }, { batchSize: 2 }));
    }
  }
}

function ogcClient(): { ogc: OgcClient; requests: () => number } {
  const mock = createOgcMock()
  return { ogc: new OgcClient({ baseUrl: mock.baseUrl, fetch: mock.fetch }), requests: () => mock.requests.length }
}
