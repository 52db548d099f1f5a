type Harmless = 'early-hints' | 'slow-start' | 'dribble' | 'list-twice' | 'list-shuffled'

type Passing =
  | 'reset-unhandled'
  | 'reset-handled'
  | 'reset-in-head'
  | 'reset-in-body'
  | 'cut-in-body'
  | 'cut-chunked'
  | 'half-close'
  | 'problem-500'
  | 'html-502'
  | 'html-504'
  | 'busy-429-seconds'
  | 'busy-503-seconds'
  | 'busy-503-date'
  | 'busy-503-past'
  | 'busy-503-negative'
  | 'busy-503-garbage'

type Severe =
  | 'refuse'
  | 'busy-503-absurd'
  | 'hang'
  | 'hang-in-body'
  | 'corrupt-json'
  | 'repeated-json'
  | 'html-200'
  | 'swapped-type'
  | 'broken-gzip'
  | 'cut-gzip'
  | 'header-flood'
  | 'redirect-here'
  | 'redirect-away'
  | 'redirect-loop'
  | 'echoed-secret'
  | 'not-found'
  | 'goes-down'
  | 'comes-back-empty'

export type FaultName = Harmless | Passing | Severe

/**
 * The faults. `harmless` ones change nothing for the caller. The client recovers from `passing` ones if the operation may be
 * repeated and the next response arrives. Any other may end a call, but only with a coded error.
 */
export const faults: Readonly<Record<FaultName, 'harmless' | 'passing' | 'severe'>> = {
  'early-hints': 'harmless',
  'slow-start': 'harmless',
  dribble: 'harmless',
  'list-twice': 'harmless',
  'list-shuffled': 'harmless',
  'reset-unhandled': 'passing',
  'reset-handled': 'passing',
  'reset-in-head': 'passing',
  'reset-in-body': 'passing',
  'cut-in-body': 'passing',
  'cut-chunked': 'passing',
  'half-close': 'passing',
  'problem-500': 'passing',
  'html-502': 'passing',
  'html-504': 'passing',
  'busy-429-seconds': 'passing',
  'busy-503-seconds': 'passing',
  'busy-503-date': 'passing',
  'busy-503-past': 'passing',
  'busy-503-negative': 'passing',
  'busy-503-garbage': 'passing',
  refuse: 'severe',
  'busy-503-absurd': 'severe',
  hang: 'severe',
  'hang-in-body': 'severe',
  'corrupt-json': 'severe',
  'repeated-json': 'severe',
  'html-200': 'severe',
  'swapped-type': 'severe',
  'broken-gzip': 'severe',
  'cut-gzip': 'severe',
  'header-flood': 'severe',
  'redirect-here': 'severe',
  'redirect-away': 'severe',
  'redirect-loop': 'severe',
  'echoed-secret': 'severe',
  'not-found': 'severe',
  'goes-down': 'severe',
  'comes-back-empty': 'severe'
}
/** The operation of a request. `output` is a linked result. */
export type OperationName =
  | 'landing'
  | 'conformance'
  | 'processes'
  | 'process'
  | 'execute'
  | 'jobs'
  | 'job'
  | 'results'
  | 'dismiss'
  | 'output'
  | 'health'
  | 'providers'
  | 'provider'
  | 'datasets'
  | 'extract'
  | 'batch'

/** A fault for the `nth` request (from 0) of an operation. */
export interface PlannedFault {
  readonly operation: OperationName
  readonly nth: number
  readonly fault: FaultName
}

const routes: readonly (readonly [OperationName, RegExp])[] = [
  ['landing', /^GET \/ogc\/?$/],
  ['conformance', /^GET \/ogc\/conformance$/],
  ['processes', /^GET \/ogc\/processes$/],
  ['process', /^GET \/ogc\/processes\/[^/]+$/],
  ['execute', /^POST \/ogc\/processes\/[^/]+\/execution$/],
  ['jobs', /^GET \/ogc\/jobs$/],
  ['job', /^GET \/ogc\/jobs\/[^/]+$/],
  ['dismiss', /^DELETE \/ogc\/jobs\/[^/]+$/],
  ['results', /^GET \/ogc\/jobs\/[^/]+\/results$/],
  ['output', /^GET \/ogc\//],
  ['health', /^GET \/cas\/health$/],
  ['providers', /^GET \/cas\/api\/v1\/providers$/],
  ['provider', /^GET \/cas\/api\/v1\/providers\/[^/]+$/],
  ['datasets', /^GET \/cas\/api\/v1\/datasets$/],
  ['extract', /^POST \/cas\/api\/v1\/extract$/],
  ['batch', /^POST \/cas\/api\/v1\/extract\/batch$/]
]

export function operationOf(method: string, path: string): OperationName | undefined {
  return routes.find(([, pattern]) => pattern.test(`${method} ${path}`))?.[0]
}
