import type { Route, RouterErrors, RouterOptions } from '@geoclients/mock-core'
import type { World } from '../world.ts'

/**
 * How one server answers. A dialect is proven: a mock that speaks it passes the contract with the very table of deviations
 * that the real server passes (`contract/targets`).
 */
export interface Dialect {
  readonly routes: (world: World) => Route[]
  readonly errors: RouterErrors
  /** Default: HEAD is answered where GET is. */
  readonly router?: RouterOptions
  /** The id of a new job, from how many were made before it and how many of those are kept. Default: `job-1`, `job-2`, … */
  readonly jobId?: (made: number, kept: number) => string
}
