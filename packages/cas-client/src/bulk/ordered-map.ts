import { raceAbort } from '@geoclients/client-core'

/**
 * Maps the items of `source` in order, with at most `concurrency` calls whose results have not been yielded. A finished result
 * is yielded even while the source is slow. If `source` fails, the results of earlier items come first. The caller closes it.
 *
 * @param signal if it is aborted, the iteration rejects immediately. Not needed if source and calls react to a signal.
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
        result.catch(() => {}) // reported in its turn
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
