import type { CasError } from '../../errors/cas-error.ts'

/** Statuses that every other request would get too: no permission, no such path. */
const ofEveryRequest = new Set([401, 403, 404, 405, 407])

/** Statuses that an item may cause, but also a gateway or the network. */
const unreachableStatus = new Set([502, 503, 504])

/** Error codes that a single item may cause. */
const ofAnItem = new Set<CasError['code']>(['network', 'timeout', 'body-too-large', 'malformed-body', 'media-type'])

/** Whether the service only asks to try again later. */
export function isBusy({ status, retryAfter }: CasError): boolean {
  return status === 429 || (status === 503 && retryAfter !== undefined)
}

/** Whether it is possible that the service did not receive the request. */
export function isUnreachable({ code, status = 0 }: CasError): boolean {
  return code === 'network' || unreachableStatus.has(status)
}

/** Whether there may be no service at this address: no response, or an HTML page. */
export function isNoService({ code }: CasError): boolean {
  return code === 'network' || code === 'media-type'
}

/** Whether a repeat may succeed. */
export function isPassing(error: CasError): boolean {
  return isUnreachable(error) || error.code === 'media-type' || error.status === 408 || error.status === 500
}

/** Whether the request is wrong apart from its geometries: the service names the fault, and it is not in a geometry. */
export function isOfRequest({ status = 0, detail = [] }: CasError): boolean {
  const places = detail.map(({ loc }) => loc[1])
  return ofEveryRequest.has(status) || (places.length > 0 && !places.includes('geometries'))
}

/** Whether the failure was caused by an item, and not by the size of the batch or by the service. */
export function isDefinite(error: CasError): boolean {
  return error.code !== 'timeout' && !isOfRequest(error)
}

/** Whether a single item may be the cause. */
export function mayBeAnItem(error: CasError): boolean {
  return error.code === 'http-status' ? !isBusy(error) : ofAnItem.has(error.code)
}

/** A key that is equal for failures with the same cause. A service that is down fails in several ways. */
export function kindOf(error: CasError): string {
  if (isUnreachable(error) || error.code === 'timeout') return 'unreachable'
  return `${error.code} ${error.status ?? ''} ${error.errorType ?? ''}`
}
