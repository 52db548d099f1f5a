import type { Dialect } from './dialect.ts'
import { documentRoutes } from './wraptile/documents.ts'
import { errors } from './wraptile/errors.ts'
import { executionRoutes } from './wraptile/execution.ts'
import { jobsRoutes } from './wraptile/jobs.ts'

/**
 * wraptile 0.3.0 with its local service. It passes the same table as the real server: `contract/targets/wraptile.ts`. Every run
 * is a job, results are a map of all values, lists have no pages, and `Accept` is ignored.
 */
export const wraptile: Dialect = {
  routes: (world) => [documentRoutes, executionRoutes, jobsRoutes].flatMap((make) => make(world)),
  errors,
  router: { headLikeGet: false },
  jobId: (_, kept) => `job_${kept}`
}
