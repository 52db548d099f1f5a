import { raceAbort } from '@geoclients/client-core'

/**
 * Maps what `source` yields, in order, with at most `concurrency` calls begun and not yet handed out. A result that is
 * due is handed out even while the source takes its time for the next item. Where `source` itself fails, what it gave
 * before comes first; to end it is left to the caller.
 *
 * @param signal rejects at once when it is aborted, whatever hangs; not needed where source and calls heed one themselves.
 */
export async function* inOrder<A, B>(
  source: AsyncIterator<A, unknown>,
  map: (item: A) => Promise<B>,
  concurrency: number,
  signal: AbortSignal = new AbortController().signal
): AsyncGenerator<B, void, undefined> {
  const underWay: Promise<B>[] = []
  let reading: Promise<boolean> | undefined
  let ended: { readonly failure?: unknown } | undefined

  const readOne = async (): Promise<boolean> => {
    try {
      const { done, value } = await source.next()
      if (done) ended = {}
      else {
        const result = map(value)
        result.catch(() => {}) // told when its turn comes
        underWay.push(result)
      }
    } catch (failure) {
      ended = { failure }
    }
    reading = undefined
    return false
  }

  for (;;) {
    signal.throwIfAborted()
    if (!ended && underWay.length < concurrency) reading ??= readOne()
    const [head] = underWay
    if (head) {
      const settled = head.then(
        () => true,
        () => true
      )
      const due = await raceAbort(reading ? Promise.race([settled, reading]) : settled, signal)
      if (!due) continue
      underWay.shift()
      yield await head
    } else if (reading) await raceAbort(reading, signal)
    else if (ended && 'failure' in ended) throw ended.failure
    else return
  }
}
