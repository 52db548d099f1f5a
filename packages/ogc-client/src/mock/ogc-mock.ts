import {
  type Clock,
  createMock,
  createRouter,
  type Handle,
  type Latency,
  type Mock,
  systemClock
} from '@geoclients/mock-core'
import { type DialectName, dialectOf } from './dialects/by-name.ts'
import { createReferences } from './inputs/references.ts'
import { createCallbacks, type Reach } from './jobs/callbacks.ts'
import { createJobStore } from './jobs/job-store.ts'
import type { MockProcess } from './mock-process.ts'
import { builtInProcesses } from './processes/built-in.ts'
import type { World } from './world.ts'

/** Options of {@link createOgcMock}; all times are milliseconds. */
export interface OgcMockOptions {
  /** The mock's base URL, with an optional path. Default `http://ogc.test`. */
  readonly baseUrl?: string | undefined
  /**
   * The server to imitate, with all of its deviations. Default `strict`, which is the standard. The same test suite checks a
   * dialect and the real server. The results of processes are the same in every dialect.
   */
  readonly dialect?: DialectName | undefined
  /** Title of the landing page. */
  readonly title?: string | undefined
  /**
   * Additional processes. A process with the id of a built-in one replaces it. A function receives the built-in ones and
   * returns all processes.
   */
  readonly processes?:
    | readonly MockProcess[]
    | ((builtIn: readonly MockProcess[]) => readonly MockProcess[])
    | undefined
  /** Delay of each response. Default 0. */
  readonly latency?: Latency | undefined
  /** Whether `requests` records requests with their bodies. Default true. Turn it off for a server that runs for long. */
  readonly record?: boolean | undefined
  /** How long a job stays `accepted` before it runs. Default 0. */
  readonly queueTime?: number | undefined
  /** The clock. Default: the platform's; see {@link createVirtualClock}. */
  readonly clock?: Clock | undefined
  /**
   * Where the mock may send its own requests: callbacks of jobs, and inputs by reference. Default `loopback`: only to this
   * machine, and only for programs and pages of this machine. With `anywhere`, a mock on a port lets others reach everything
   * that this machine can reach.
   */
  readonly reach?: Reach | undefined
  /**
   * Calls the subscribers of jobs (conformance class callback), without the limits of `reach`. Default: the platform's `fetch`
   * with these limits.
   */
  readonly callbackFetch?: typeof globalThis.fetch | undefined
  /**
   * Fetches inputs by reference, without the limits of `reach`. Default: the platform's `fetch` with these limits. The mock's
   * own results are never fetched over the network.
   */
  readonly referenceFetch?: typeof globalThis.fetch | undefined
}

/** An OGC API - Processes server in memory. */
export type OgcMock = Mock

/**
 * A mock server that strictly follows OGC API - Processes Part 1, 1.0 (18-062r2): core, ogc-process-description, json, oas30,
 * job-list, callback and dismiss. Processes compute real results. Nothing is random: job ids count up from `job-1`, and the
 * state of a job depends only on the clock.
 *
 * The dialect `2.0` follows version 2.0 just as strictly, with Part 2 (deploy, replace, undeploy) and Part 4 (job management). A
 * deployed process returns its inputs: each output is the input of the same id, or the first input.
 *
 * Where the standard allows a choice:
 * - Every run keeps a job, and synchronous responses have `Link: rel="monitor"`.
 * - A dismissed job stays until it is dismissed again. Its results return 410.
 * - `outputs: {}` means all outputs.
 * - Links in inputs are fetched, up to 16 MiB in 10 seconds for one execution.
 * - `Prefer: respond-async, wait=N` returns 200 if the run ends within N seconds, and 201 otherwise. `wait` alone has no effect.
 *
 * @example
 * ```ts
 * const mock = createOgcMock()
 * const client = new OgcClient({ baseUrl: mock.baseUrl, fetch: mock.fetch })
 * mock.failNext({ status: 503, retryAfter: 1 }, { path: '/processes' })
 * await client.getProcesses() // tries twice
 * mock.requests.length // 2
 * ```
 */
export function createOgcMock(options: OgcMockOptions = {}): OgcMock {
  const {
    baseUrl = 'http://ogc.test',
    title = 'OGC API - Processes mock',
    clock = systemClock,
    queueTime = 0
  } = options
  const dialect = dialectOf(options.dialect)
  const resets: (() => void)[] = []
  const world: World = {
    title,
    clock,
    queueTime,
    onReset: (forget) => void resets.push(forget),
    processes: new Map(chooseProcesses(options.processes).map((process) => [process.description.id, process])),
    jobs: createJobStore(clock, dialect.jobId),
    callbacks: createCallbacks(clock, {
      fetch: options.callbackFetch ?? ((input, init) => globalThis.fetch(input, init)),
      reach: options.callbackFetch ? 'anywhere' : reachOf(options.reach)
    }),
    resolveReferences: createReferences({
      fetch: options.referenceFetch ?? ((input, init) => globalThis.fetch(input, init)),
      reach: options.referenceFetch ? 'anywhere' : reachOf(options.reach),
      own: (request) => answer(request)
    })
  }
  const mock: Mock = createMock({
    baseUrl,
    clock,
    latency: options.latency,
    record: options.record,
    answer: (request) => answer(request),
    onReset: () => {
      world.callbacks.clear()
      world.jobs.clear()
      for (const forget of resets) forget()
    }
  })
  const answer: Handle = createRouter(dialect.routes(world), dialect.errors, mock.basePath, dialect.router)
  return mock
}

/** @throws TypeError for other values, which plain JavaScript and command lines may pass */
function reachOf(reach: Reach = 'loopback'): Reach {
  if (reach === 'loopback' || reach === 'anywhere') return reach
  throw new TypeError(`reach is ${JSON.stringify(reach)}, expected 'loopback' or 'anywhere'`)
}

function chooseProcesses(processes: OgcMockOptions['processes'] = []): readonly MockProcess[] {
  return typeof processes === 'function' ? processes(builtInProcesses) : [...builtInProcesses, ...processes]
}
