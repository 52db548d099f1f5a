/** Passes on each message the first time only: a poll every second must not fill a log. */
export function warnOnce(warn: (message: string) => void): (message: string) => void {
  const given = new Set<string>()
  return (message) => {
    if (given.has(message)) return
    given.add(message)
    warn(message)
  }
}
