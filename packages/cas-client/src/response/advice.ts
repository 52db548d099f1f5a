/** Advice for a request that exceeds a limit of the service, which the client does not know in advance. */
export function adviceFor(errorType: string | undefined, status: number): string | undefined {
  const isTooMuch = status === 413 || (status === 422 && errorType === 'request_limit')
  return isTooMuch ? 'send fewer datasets or geometries at once, or simplify the geometry' : undefined
}
