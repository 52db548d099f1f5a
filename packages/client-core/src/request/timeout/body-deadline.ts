const kept = new WeakSet<Response>()

/**
 * Says that a body that was asked for as `open` must still come within the bound of its call, however long it is: what
 * was read of it is not handed out yet. Or, with `false`, that it may take its time from now on.
 */
export function keepDeadline(response: Response, keep: boolean): void {
  if (keep) kept.add(response)
  else kept.delete(response)
}

/** Whether the body of `response` must come within the bound of its call. */
export function keepsDeadline(response: Response): boolean {
  return kept.has(response)
}
