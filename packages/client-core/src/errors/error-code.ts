/**
 * The reasons for which a call of any client can fail. A client may add its own codes: its error class narrows `code` to a
 * closed union, so a `switch` can be exhaustive.
 *
 * - `invalid-argument`: an argument is wrong and nothing was sent. The message names the argument, its value and what was expected.
 * - `network`: no complete response arrived: host not found, connection refused or cut, or CORS.
 * - `timeout`: the call took longer than its `timeout`.
 * - `aborted`: the caller's `signal` was aborted. `name` is `AbortError` and `cause` is `signal.reason`.
 * - `closed`: the client, or an object that it returned (such as a job handle), was closed.
 * - `auth`: getting credentials failed, for example because a token function threw. A 401 or 403 of the server is `http-status`.
 * - `http-status`: the server returned a status other than 2xx; see `status`.
 * - `media-type`: the response has another media type than the contract says, for example a gateway's HTML page with status 200.
 * - `malformed-body`: the body has the right media type but is broken JSON, or lacks a required member.
 * - `body-too-large`: the body is longer than `maxBodyBytes`.
 * - `blocked-origin`: a redirect or link led to an address that the client must not send the request to.
 * - `not-loaded`: a part of the client that only some calls need could not be loaded, for example because a newer version of the page was deployed after it was opened.
 * - `config`: a configuration file or environment variable is wrong.
 */
export type CoreErrorCode =
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
  | 'not-loaded'
  | 'config'

/** A code of client-core or of a client. */
export type AnyErrorCode = CoreErrorCode | (string & {})
