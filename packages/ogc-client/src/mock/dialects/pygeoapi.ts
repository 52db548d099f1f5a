import type { Dialect } from './dialect.ts'
import { documentRoutes } from './pygeoapi/documents.ts'
import { errors } from './pygeoapi/exceptions.ts'
import { executionRoutes } from './pygeoapi/execution.ts'
import { jobsRoutes } from './pygeoapi/jobs.ts'

/**
 * pygeoapi 0.24.0 with a job manager, proven by the table that the real server passes: `contract/targets/pygeoapi.ts`.
 * Its processors follow the standard where pygeoapi lets them.
 */
export const pygeoapi: Dialect = {
  routes: (world) => [documentRoutes, executionRoutes, jobsRoutes].flatMap((make) => make(world)),
  errors
}
