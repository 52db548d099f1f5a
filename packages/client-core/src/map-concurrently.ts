/**
 * Maps what `source` yields, in order, with at most `concurrency` calls under way. It asks for no more than it needs;
 * when the reader leaves, or a call fails, it takes nothing further from `source`.
 */
export async function* mapConcurrently<A, B>(
  source: AsyncIterable<A>,
  map: (item: A) => Promise<B>,
  concurrency: number
): AsyncGenerator<B, void, undefined> {
  const underWay: Promise<B>[] = []
  for await (const item of source) {
    const result = map(item)
    result.catch(() => {}) // told when its turn comes
    underWay.push(result)
    if (underWay.length >= concurrency) yield await (underWay.shift() as Promise<B>)
  }
  for (const result of underWay) yield await result
}
