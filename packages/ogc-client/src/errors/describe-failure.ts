import { type ClientCore, type DescribeFailure, httpFailure, readProblem } from '@geoclients/client-core'
import { exceptionNamed, missingResource } from '../parse/exception-names.ts'
import { noteFailedRun } from './failed-run.ts'
import type { OgcErrorInit } from './ogc-error.ts'

/** The error for a response that is not 2xx. `error` makes it, because the server may quote secrets, also in its URL. */
export function describeFailure({ clock, error }: Pick<ClientCore<unknown>, 'clock' | 'error'>): DescribeFailure {
  return (reply, body) => {
    const { apiError, reason } = readProblem(body, reply.status)
    const exception = missingResource(exceptionNamed(apiError?.type), reply.status, reply.url)
    const init: OgcErrorInit = { ...httpFailure(reply, body, reason, clock.now()), apiError, exception }
    const failure = error(init)
    noteFailedRun(failure, reply, body)
    return failure
  }
}
