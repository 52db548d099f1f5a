import type { JsonValue } from '../../../types/json.ts'
import type { MockProcess } from '../../mock-process.ts'
import type { World } from '../../world.ts'

/** The body of an execution, or the definition of a job. */
export type Definition = Readonly<Record<string, JsonValue>>

/** The package of a deployed process. */
export interface Package {
  readonly mediaType: string
  readonly text: string
}

/** The state of a mock of version 2.0, in addition to jobs. */
export interface State extends World {
  /** Deployments change it. */
  readonly processes: Map<string, MockProcess>
  /** By the id of the process. */
  readonly packages: Map<string, Package>
  /** By the id of the job. */
  readonly definitions: Map<string, Definition>
  /** The ids of jobs that have not been started. */
  readonly created: Set<string>
}

export function createState(world: World): State {
  const processes = new Map<string, MockProcess>()
  const packages = new Map<string, Package>()
  const definitions = new Map<string, Definition>()
  const created = new Set<string>()
  const begin = (): void => {
    for (const kept of [processes, packages, definitions, created]) kept.clear()
    for (const [id, process] of world.processes) processes.set(id, asBuiltIn(process))
  }
  begin()
  world.onReset(begin)
  return { ...world, processes, packages, definitions, created }
}

/** Adapts a process: version 2.0 has no `outputTransmission`, and a built-in process cannot be replaced. */
function asBuiltIn(process: MockProcess): MockProcess {
  const { outputTransmission: _, ...description } = process.description
  return { ...process, description: { mutable: false, ...description } }
}
