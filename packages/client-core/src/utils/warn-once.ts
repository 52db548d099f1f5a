/** So many warnings of a kind say it: servers write progress, addresses and other texts without end into what they send. */
const most = 5

/** Passes on the first warnings of each kind, and none twice: a poll every second must not fill a log. */
export function warnOnce<Kind extends string>(warn: (message: string) => void): (kind: Kind, message: string) => void {
  const given = new Map<Kind, Set<string>>()
  return (kind, message) => {
    const told = given.get(kind) ?? new Set()
    if (told.has(message) || told.size >= most) return
    given.set(kind, told.add(message))
    warn(message)
  }
}
