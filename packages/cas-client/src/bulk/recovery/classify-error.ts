import type { CasError } from '../../errors/cas-error.ts'

/** What is as true of every other request: no right to ask, no such path. */
const ofEveryRequest = new Set([401, 403, 404, 405, 407])

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

/** Whether nothing shows that there is a service at this address: no answer, or a page of a site. */
export function isNoService({ code }: CasError): boolean {
  return code === 'network' || code === 'media-type'
}

/** What may pass when the same is asked again. */
export function isPassing(error: CasError): boolean {
  return isUnreachable(error) || error.code === 'media-type' || error.status === 408 || error.status === 500
}

/** Whether it is the request that is wrong, whatever its geometries are: the service names what, and it is none of them. */
export function isOfRequest({ status = 0, detail = [] }: CasError): boolean {
  const places = detail.map(({ loc }) => loc[1])
  return ofEveryRequest.has(status) || (places.length > 0 && !places.includes('geometries'))
}

/** Whether there is a culprit in what failed so: it may have been too much at once, or no item's fault. */
export function isDefinite(error: CasError): boolean {
  return error.code !== 'timeout' && !isOfRequest(error)
}

/** Whether one item among others may be the reason. */
export function mayBeAnItem(error: CasError): boolean {
  return error.code === 'http-status' ? !isBusy(error) : ofAnItem.has(error.code)
}

/** What failures of one cause have in common; a service that is down shows it in several ways. */
export function kindOf(error: CasError): string {
  if (isUnreachable(error) || error.code === 'timeout') return 'unreachable'
  return `${error.code} ${error.status ?? ''} ${error.errorType ?? ''}`
}
