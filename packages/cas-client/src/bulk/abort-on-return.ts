/**
 * The generator that `run` makes, with a `return` that aborts the signal first. A plain generator queues `return` behind a
 * `next` that is under way, for as long as that takes; `run` is to end once its signal is aborted.
 */
export function leavable<T>(
  run: (left: AbortSignal) => AsyncGenerator<T, void, undefined>
): AsyncGenerator<T, void, undefined> {
  const reader = new AbortController()
  const rows = run(reader.signal)
  const end = rows.return.bind(rows)
  rows.return = (value) => {
    reader.abort()
    return end(value)
  }
  return rows
}
