import { redactUrl } from '../utils/redact-url.ts'
import type { ClientError, ClientErrorInit, ErrorFactory } from './client-error.ts'

/** The request that something is said of. */
export interface RequestName {
  readonly method: string
  readonly url: string
}

/** The error about a request, whose method and URL, without secrets, begin the message; `what` follows them. */
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
