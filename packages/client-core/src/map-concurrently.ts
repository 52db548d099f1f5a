/**
 * Maps what `source` yields, in order, with at most `concurrency` calls under way. It asks for no more than it needs;
 * when the reader leaves, or a call fails, it takes nothing further from `source`. Where `source` itself fails, what it
 * gave before comes first.
 */
export async function* mapConcurrently<A, B>(
  source: AsyncIterable<A>,
  map: (item: A) => Promise<B>,
  concurrency: number
): AsyncGenerator<B, void, undefined> {
  const underWay: Promise<B>[] = []
  for await (const { result } of started(source, map)) {
    result.catch(() => {}) // told when its turn comes
    underWay.push(result)
    if (underWay.length >= concurrency) yield await (underWay.shift() as Promise<B>)
  }
  for (const result of underWay) yield await result
}

/** The calls as they start, wrapped, since a generator waits for a bare promise; a failure of `source` is the last one. */
async function* started<A, B>(
  source: AsyncIterable<A>,
  map: (item: A) => Promise<B>
): AsyncGenerator<{ readonly result: Promise<B> }, void, undefined> {
  try {
    for await (const item of source) yield { result: map(item) }
  } catch (error) {
    yield { result: Promise.reject(error) }
  }
}
