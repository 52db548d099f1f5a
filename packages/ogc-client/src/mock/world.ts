import type { Clock } from '@geoclients/mock-core'
import { noSuchProcess } from './answers/problems.ts'
import type { ResolveReferences } from './inputs/references.ts'
import type { Callbacks } from './jobs/callbacks.ts'
import type { JobStore } from './jobs/job-store.ts'
import type { MockProcess } from './mock-process.ts'

/** The state that the routes of a mock share. */
export interface World {
  readonly title: string
  readonly clock: Clock
  readonly processes: ReadonlyMap<string, MockProcess>
  readonly jobs: JobStore
  readonly callbacks: Callbacks
  /** Fetches inputs by reference. */
  readonly resolveReferences: ResolveReferences
  /** Milliseconds for which a job stays `accepted`. */
  readonly queueTime: number
  /** Registers a function that clears the additional state of a dialect. */
  readonly onReset: (forget: () => void) => void
}

/** @throws Problem 404 no-such-process */
export function findProcess({ processes }: World, id: string): MockProcess {
  const process = processes.get(id)
  if (process === undefined) throw noSuchProcess(id)
  return process
}
