/** What a caller can do where a request is more than a service takes: its limits are its own, and not known beforehand. */
export function adviceFor(errorType: string | undefined, status: number): string | undefined {
  const isTooMuch = status === 413 || (status === 422 && errorType === 'request_limit')
  return isTooMuch ? 'send fewer datasets or geometries at once, or simplify the geometry' : undefined
}
