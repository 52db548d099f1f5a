import type { CoreErrorCode } from '@geoclients/client-core'

/**
 * The reasons for which a call of this client can fail: those of every client, and
 *
 * - `job-failed`: the job that the caller waited for has failed.
 * - `job-dismissed`: the job that the caller waited for was dismissed.
 * - `job-not-started`: the job that the caller waited for was created with `createJob` and has not been started.
 * - `wait-timeout`: the job did not end within `waitTimeout`. It continues on the server.
 * - `no-such-output`: the results have no output with that id. The message names the ids that they have.
 */
export type ErrorCode =
  | CoreErrorCode
  | 'job-failed'
  | 'job-dismissed'
  | 'job-not-started'
  | 'wait-timeout'
  | 'no-such-output'
