import type { ClientError, ErrorFactory } from '@geoclients/client-core'
import type { Job } from '../types/job.ts'
import { nameOf } from './job-name.ts'
import type { OgcErrorInit } from './ogc-error.ts'

/** The error for calls whose handle was disposed. A file of its own, because it is needed before the others are loaded. */
export function released(job: Job, make: ErrorFactory): ClientError {
  const init: OgcErrorInit = { code: 'closed', message: `the handle of ${nameOf(job)} was released`, job }
  return make(init)
}
