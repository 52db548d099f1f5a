/**
 * Every reason for which a call of these clients can fail. The union is closed: a `switch` over it can be exhaustive.
 *
 * - `invalid-argument`: refused before anything was sent; the message names the argument, its value and what was expected.
 * - `network`: no complete answer came (name not resolved, connection refused or cut, CORS).
 * - `timeout`: the call took longer than its `timeout`.
 * - `aborted`: the caller's `signal` was aborted; `name` is then `AbortError` and `cause` is `signal.reason`.
 * - `closed`: the client was closed.
 * - `auth`: getting credentials failed (a token function failed). A server's 401 or 403 is `http-status`.
 * - `http-status`: the server answered with a status other than 2xx; see `status`.
 * - `media-type`: an answer of another kind than the contract has, for example a gateway's HTML page with status 200.
 * - `malformed-body`: a body of the right kind that cannot be read (broken JSON) or lacks what it must have.
 * - `body-too-large`: a body longer than its bound.
 * - `blocked-origin`: a redirect or link that would have led a request where it must not go.
 * - `config`: a configuration file or environment variable is wrong.
 * - `job-failed`, `job-dismissed`: how a job ended that was waited for.
 * - `wait-timeout`: a job did not end within `waitTimeout`.
 * - `no-such-output`: results have no output of that id; the message names those they have.
 * - `geometry-failed`: a batch was answered, but the service could not work with this geometry of it.
 */
export type ErrorCode =
  | 'invalid-argument'
  | 'network'
  | 'timeout'
  | 'aborted'
  | 'closed'
  | 'auth'
  | 'http-status'
  | 'media-type'
  | 'malformed-body'
  | 'body-too-large'
  | 'blocked-origin'
  | 'config'
  | 'job-failed'
  | 'job-dismissed'
  | 'wait-timeout'
  | 'no-such-output'
  | 'geometry-failed'
