import type { RouterErrors } from '@geoclients/mock-core'
import { Problem } from '../answers/problems.ts'
import { capabilitiesRoutes } from '../routes/capabilities.ts'
import { executionRoutes } from '../routes/execution.ts'
import { jobsRoutes } from '../routes/jobs.ts'
import { processesRoutes } from '../routes/processes.ts'
import { resultsRoutes } from '../routes/results.ts'
import type { Dialect } from './dialect.ts'

/** Problem details for all errors. */
export const problemErrors: RouterErrors = {
  notFound: (request) => new Problem(404, 'There is nothing at this path.').toResponse(request),
  methodNotAllowed: (request, allow) =>
    new Problem(405, `${request.method} is not offered here. Expected: ${allow.join(', ')}.`).toResponse(request),
  failed: (error, request) => (error instanceof Problem ? error.toResponse(request) : undefined)
}

/** The standard itself. */
export const strict: Dialect = {
  routes: (world) =>
    [capabilitiesRoutes, processesRoutes, executionRoutes, jobsRoutes, resultsRoutes].flatMap((make) => make(world)),
  errors: problemErrors
}
