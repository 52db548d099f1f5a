import type { Route, RouterErrors, RouterOptions } from '@geoclients/mock-core'
import type { World } from '../world.ts'

/**
 * The behaviour of one server. The mock with this dialect passes the contract suite with the same table of deviations as the
 * real server (`contract/targets`).
 */
export interface Dialect {
  readonly routes: (world: World) => Route[]
  readonly errors: RouterErrors
  /** Default: HEAD is allowed wherever GET is. */
  readonly router?: RouterOptions
  /** The id of a new job, from the number of earlier jobs and of those still kept. Default: `job-1`, `job-2`, … */
  readonly jobId?: (made: number, kept: number) => string
}
