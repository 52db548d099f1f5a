import * as fc from 'fast-check'
import { type FaultName, faults, type OperationName, type PlannedFault } from './fault.ts'

/** How the clients of a scenario sign in. */
export type SignIn = 'none' | 'bearer' | 'basic' | 'header-key' | 'query-key'

/** An action of one user. Times are milliseconds of the scenario's clock. */
export interface Action {
  readonly call: ActionName
  /** How long the process runs, or the pause between two items that are read. */
  readonly duration: number
  /** Characters of the process's text output, or places of an extraction. */
  readonly size: number
  readonly mode: 'auto' | 'sync' | 'async'
  readonly fails: boolean
  readonly byReference: boolean
  /** When the caller's signal is aborted. */
  readonly abortAfter: number | undefined
  /** After how many items the caller leaves an iterator. */
  readonly leaveAfter: number | undefined
}

export type OgcAction =
  | 'describe'
  | 'list processes'
  | 'run'
  | 'submit'
  | 'watch'
  | 'watch jobs'
  | 'list jobs'
  | 'dismiss'
  | 'saved job'
  | 'path map'
  | 'stream output'
  | 'execute'

export type CasAction = 'extract' | 'batch' | 'extract all' | 'enrich' | 'catalogue' | 'ask again'

export type ActionName = OgcAction | CasAction

/** The operations of each action, where faults can occur. */
const uses: Readonly<Record<ActionName, readonly OperationName[]>> = {
  describe: ['landing', 'conformance', 'process'],
  'list processes': ['processes'],
  run: ['process', 'execute', 'job', 'results', 'output'],
  submit: ['process', 'execute', 'job', 'results', 'output'],
  watch: ['execute', 'job'],
  'watch jobs': ['execute', 'jobs', 'job'],
  'list jobs': ['jobs'],
  dismiss: ['execute', 'dismiss'],
  'saved job': ['execute', 'job', 'results'],
  'path map': ['process'],
  'stream output': ['execute', 'job', 'results', 'output'],
  execute: ['execute'],
  extract: ['extract'],
  batch: ['batch'],
  'extract all': ['batch'],
  enrich: ['batch'],
  catalogue: ['datasets', 'providers', 'provider', 'health'],
  'ask again': ['batch']
}

/** One scenario: plain data for the server and the clients. */
export interface Scenario {
  /** Whether every call that may be repeated must succeed. */
  readonly isMild: boolean
  readonly signIn: SignIn
  readonly actions: readonly Action[]
  readonly faults: readonly PlannedFault[]
  /** When both clients are closed. */
  readonly closeAfter: number | undefined
}

const rarely = <T>(value: fc.Arbitrary<T>, weight: number): fc.Arbitrary<T | undefined> =>
  fc.oneof({ arbitrary: fc.constant(undefined), weight: 10 - weight }, { arbitrary: value, weight })

const action: fc.Arbitrary<Action> = fc.record({
  call: fc.constantFrom(...(Object.keys(uses) as ActionName[])),
  duration: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 20_000 })),
  size: fc.oneof(fc.integer({ min: 0, max: 40 }), fc.constant(200_000)),
  mode: fc.constantFrom('auto', 'sync', 'async'),
  fails: fc.integer({ min: 0, max: 9 }).map((n) => n === 9),
  byReference: fc.boolean(),
  abortAfter: rarely(fc.integer({ min: 0, max: 15_000 }), 2),
  leaveAfter: rarely(fc.integer({ min: 0, max: 5 }), 2)
})

const names = Object.keys(faults) as FaultName[]
const mildOnes = names.filter((name) => faults[name] !== 'severe')

/** A fault without its operation. */
interface Draft {
  readonly pick: number
  readonly nth: number
  readonly fault: FaultName
}

const draft = (of: readonly FaultName[]): fc.Arbitrary<Draft> =>
  fc.record({ pick: fc.nat(1_000), nth: fc.nat(5), fault: fc.constantFrom(...of) })

/** Assigns drafts to operations that the actions use. */
function aimed<S extends Pick<Scenario, 'actions'> & { readonly faults: readonly Draft[] }>(
  scenario: S
): Omit<S, 'faults'> & { faults: PlannedFault[] } {
  const aims = [...new Set(scenario.actions.flatMap(({ call }) => uses[call]))]
  const faults = scenario.faults.flatMap(({ pick, nth, fault }) => {
    const operation = aims[pick % aims.length]
    return operation ? [{ operation, nth, fault }] : []
  })
  return { ...scenario, faults }
}

/** At most two faults per operation, because a call has three attempts; none if a request is sent once. */
function bearable(all: readonly PlannedFault[]): PlannedFault[] {
  const counts = new Map<OperationName, number>()
  return all.filter(({ operation, fault }) => {
    if (faults[fault] === 'harmless') return true
    if (operation === 'execute' || operation === 'dismiss') return false
    const count = (counts.get(operation) ?? 0) + 1
    counts.set(operation, count)
    return count <= 2
  })
}

const common = {
  signIn: fc.constantFrom<SignIn>('none', 'bearer', 'basic', 'header-key', 'query-key'),
  actions: fc.array(action, { minLength: 1, maxLength: 8 })
}

const mild: fc.Arbitrary<Scenario> = fc
  .record({
    ...common,
    isMild: fc.constant(true),
    faults: fc.array(draft(mildOnes), { maxLength: 12 }),
    closeAfter: fc.constant(undefined)
  })
  .map(aimed)
  .map((scenario) => ({ ...scenario, faults: bearable(scenario.faults) }))

const harsh: fc.Arbitrary<Scenario> = fc
  .record({
    ...common,
    isMild: fc.constant(false),
    faults: fc.array(draft(names), { maxLength: 24 }),
    closeAfter: rarely(fc.integer({ min: 0, max: 30_000 }), 2)
  })
  .map(aimed)

export const scenarios: fc.Arbitrary<Scenario> = fc.oneof(mild, harsh)
