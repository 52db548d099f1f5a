import type { Area } from '@geoclients/contract-core'
import type { OgcContext } from '../context.ts'
import { client } from './client.ts'
import { dismissal } from './dismissal.ts'
import { execution } from './execution.ts'
import { inputs } from './inputs.ts'
import { jobList } from './job-list.ts'
import { jobs } from './jobs.ts'
import { landing } from './landing.ts'
import { outputs } from './outputs.ts'
import { description, processes } from './processes.ts'
import { jobResults, syncResults } from './results.ts'
import { deployment } from './version-2/deployment.ts'
import { jobManagement } from './version-2/job-management.ts'
import { version2Results } from './version-2/results.ts'

/** All that is asked of a server of OGC API - Processes Part 1, section by section. */
export const areas: readonly Area<OgcContext>[] = [
  landing,
  processes,
  description,
  execution,
  inputs,
  syncResults,
  jobResults,
  outputs,
  jobs,
  jobList,
  dismissal,
  client
]

/** What only version 2.0 of Part 1 has, and Parts 2 and 4. */
export const version2Areas: readonly Area<OgcContext>[] = [version2Results, deployment, jobManagement]
