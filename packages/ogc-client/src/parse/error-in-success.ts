import { isRecord, mediaType, type Reply } from '@geoclients/client-core'

/** Problem details are never an output, whatever the status of their answer: some gateways send them with 200. */
export function isProblem(response: Reply): boolean {
  return mediaType(response) === 'application/problem+json'
}

/** Whether the body of a 2xx takes the success back: problem details, an `error`, or the status of one. */
export function isRefusal(response: Reply, body: unknown): boolean {
  if (isProblem(response)) return true
  if (!isRecord(body)) return false
  const { error, status } = body
  return (error != null && error !== false) || (typeof status === 'number' && status >= 400)
}
