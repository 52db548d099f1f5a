import type { Clock } from '@geoclients/mock-core'
import type { Callbacks } from './callbacks.ts'
import type { JobStore } from './job-store.ts'
import type { MockProcess } from './mock-process.ts'
import { noSuchProcess } from './problems.ts'
import type { ResolveReferences } from './references.ts'

/** What the routes of one mock share. */
export interface World {
  readonly title: string
  readonly clock: Clock
  readonly processes: ReadonlyMap<string, MockProcess>
  readonly jobs: JobStore
  readonly callbacks: Callbacks
  /** Fetches inputs that are given as links. */
  readonly resolveReferences: ResolveReferences
  /** Milliseconds that a job stays accepted before it runs. */
  readonly queueTime: number
  /** What a dialect keeps beside jobs is forgotten then. */
  readonly onReset: (forget: () => void) => void
}

/** @throws Problem 404 no-such-process */
export function findProcess({ processes }: World, id: string): MockProcess {
  const process = processes.get(id)
  if (process === undefined) throw noSuchProcess(id)
  return process
}
