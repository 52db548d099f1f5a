import { capabilitiesRoutes, conformanceClasses } from '../routes/capabilities.ts'
import { processesRoutes } from '../routes/processes.ts'
import type { Dialect } from './dialect.ts'
import { problemErrors } from './strict.ts'
import { deploymentRoutes } from './version-2/deployment.ts'
import { executionRoutes } from './version-2/execution.ts'
import { managementRoutes } from './version-2/job-management.ts'
import { jobsRoutes } from './version-2/jobs.ts'
import { resultsRoutes } from './version-2/results.ts'
import { createState } from './version-2/state.ts'

const classes = [
  ...conformanceClasses('1/2.0', [
    ...['core', 'ogc-process-description', 'json', 'oas30', 'job-list', 'callback', 'dismiss', 'query-param-profile']
  ]),
  ...conformanceClasses('2/1.0', ['deploy-replace-undeploy', 'ogcapppkg', 'cwl']),
  ...conformanceClasses('4/1.0', ['job-management', 'ogcapi-processes'])
]

/** Version 2.0 of Part 1 (the release candidate of 2026-04) with Parts 2 and 4. */
export const version2: Dialect = {
  routes: (given) => {
    const world = createState(given)
    return [
      capabilitiesRoutes(world, classes),
      ...[processesRoutes, deploymentRoutes, executionRoutes, jobsRoutes, managementRoutes, resultsRoutes].map((make) =>
        make(world)
      )
    ].flat()
  },
  errors: problemErrors
}
