import type { CasError } from '../../errors/cas-error.ts'

/** What is as true of every other request: no right to ask, no such path, too many requests. */
const ofEveryRequest = new Set([401, 403, 404, 405, 407, 429])

/** What an item may be to blame for, but a gateway or the way to it as well. */
const unreachableStatus = new Set([502, 503, 504])

/** What one item among others may bring about, without a status that says so. */
const ofAnItem = new Set<CasError['code']>(['network', 'timeout', 'body-too-large', 'malformed-body', 'media-type'])

/** Whether the service only asks to come later. */
export function isBusy({ status, retryAfter }: CasError): boolean {
  return status === 429 || (status === 503 && retryAfter !== undefined)
}

/** Whether nothing shows that the service itself saw the request. */
export function isUnreachable({ code, status = 0 }: CasError): boolean {
  return code === 'network' || unreachableStatus.has(status)
}

/** Whether one item among others may be the reason. */
export function mayBeAnItem(error: CasError): boolean {
  const { code, status = 0 } = error
  if (code === 'http-status') return !ofEveryRequest.has(status) && !isBusy(error)
  return ofAnItem.has(code)
}

/** What failures of one cause have in common; a service that is down shows it in several ways. */
export function kindOf(error: CasError): string {
  if (isUnreachable(error) || error.code === 'timeout') return 'unreachable'
  return `${error.code} ${error.status ?? ''} ${error.errorType ?? ''}`
}
