import type { Dialect } from './dialect.ts'
import { documentRoutes } from './pygeoapi/documents.ts'
import { errors } from './pygeoapi/exceptions.ts'
import { executionRoutes } from './pygeoapi/execution.ts'
import { jobsRoutes } from './pygeoapi/jobs.ts'

/**
 * pygeoapi 0.24.0 with a job manager. It passes the same table as the real server: `contract/targets/pygeoapi.ts`. Its
 * processors follow the standard as far as pygeoapi allows.
 */
export const pygeoapi: Dialect = {
  routes: (world) => [documentRoutes, executionRoutes, jobsRoutes].flatMap((make) => make(world)),
  errors
}
