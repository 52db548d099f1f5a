import {
  type Clock,
  createMock,
  createRouter,
  type Handle,
  type Latency,
  type Mock,
  systemClock
} from '@geoclients/mock-core'
import { createCallbacks, type Reach } from './callbacks.ts'
import { type DialectName, dialectOf } from './dialects/by-name.ts'
import { createJobStore } from './job-store.ts'
import type { MockProcess } from './mock-process.ts'
import { builtInProcesses } from './processes/built-in.ts'
import { createReferences } from './references.ts'
import type { World } from './world.ts'

/** Options of {@link createOgcMock}; all times are milliseconds. */
export interface OgcMockOptions {
  /** Where the mock seems to be; a path is kept. Default is `http://ogc.test`. */
  readonly baseUrl?: string | undefined
  /**
   * The server to imitate, with all of its deviations. Default is `strict`: the standard. A dialect answers as the real server
   * does, which a suite of tests proves; how a process computes stays the same.
   */
  readonly dialect?: DialectName | undefined
  /** Title of the landing page. */
  readonly title?: string | undefined
  /**
   * Processes to offer beside the built-in ones; one with the id of a built-in process takes its place. A function gets the
   * built-in ones and returns all that are offered.
   */
  readonly processes?:
    | readonly MockProcess[]
    | ((builtIn: readonly MockProcess[]) => readonly MockProcess[])
    | undefined
  /** Before each answer. Default is 0. */
  readonly latency?: Latency | undefined
  /** Whether `requests` keeps what was asked, bodies included. Default is true; a server that runs for long has no use for it. */
  readonly record?: boolean | undefined
  /** How long a job stays `accepted` before it runs. Default is 0: it runs, or is done, at once. */
  readonly queueTime?: number | undefined
  /** Where time comes from. Default is the platform's; see {@link createVirtualClock}. */
  readonly clock?: Clock | undefined
  /**
   * Where the mock may send requests of its own: callbacks of jobs, inputs by reference. Default is `loopback`: addresses of this machine, asked
   * for by programs and by pages of this machine. `anywhere` makes of a mock on a port a way for others to reach what only
   * this machine reaches.
   */
  readonly reach?: Reach | undefined
  /**
   * Reaches the subscribers of jobs (conformance class callback), wherever they are. Default is the platform's `fetch`,
   * within `reach`.
   */
  readonly callbackFetch?: typeof globalThis.fetch | undefined
  /**
   * Fetches inputs by reference, wherever they are. Default is the platform's `fetch`, within `reach`. The mock's own results
   * are never fetched over the network.
   */
  readonly referenceFetch?: typeof globalThis.fetch | undefined
}

/** A server of OGC API - Processes in memory. */
export type OgcMock = Mock

/**
 * Plays a server of OGC API - Processes Part 1, 1.0 (18-062r2), strictly: core, ogc-process-description, json, oas30, job-list,
 * callback and dismiss. Processes truly compute. Nothing is random: job ids count up from `job-1`, and the state of a job is
 * worked out from the clock when it is asked for.
 *
 * The dialect `2.0` plays version 2.0 as strictly, with Part 2 (deploy, replace, undeploy) and Part 4 (job management). A
 * process that is deployed gives its inputs back: each output is the input of the same id, or the first input.
 *
 * Where the standard leaves the choice: every run keeps a job, so that synchronous answers have `Link: rel="monitor"`; a dismissed
 * job stays until it is dismissed again, and its results answer 410; `outputs: {}` means all outputs; links in inputs are
 * fetched, up to 16 MiB in 10 seconds for all of one execution; `Prefer: wait=N` beside `respond-async` gives a run N seconds to answer 200 before it is 201, and alone it changes
 * nothing.
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

/** @throws TypeError for what is neither, which plain JavaScript and a command line may give */
function reachOf(reach: Reach = 'loopback'): Reach {
  if (reach === 'loopback' || reach === 'anywhere') return reach
  throw new TypeError(`reach is ${JSON.stringify(reach)}, expected 'loopback' or 'anywhere'`)
}

function chooseProcesses(processes: OgcMockOptions['processes'] = []): readonly MockProcess[] {
  return typeof processes === 'function' ? processes(builtInProcesses) : [...builtInProcesses, ...processes]
}
