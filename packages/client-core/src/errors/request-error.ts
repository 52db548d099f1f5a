import { redactUrl } from '../utils/redact-url.ts'
import type { ClientError, ClientErrorInit, ErrorFactory } from './client-error.ts'

/** The request that an error is about. */
export interface RequestName {
  readonly method: string
  readonly url: string
}

/** An error about a request. The message begins with its method and redacted URL, followed by `what`. */
export function requestError(
  make: ErrorFactory,
  code: ClientError['code'],
  { method, url }: RequestName,
  what: string,
  more?: Pick<ClientErrorInit, 'cause' | 'status'>
): ClientError {
  const shown = redactUrl(url)
  return make({ code, message: `${method} ${shown}${what}`, ...more, method, url: shown })
}
