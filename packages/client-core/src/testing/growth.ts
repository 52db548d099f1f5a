/** A reader, and how to make its input of a size. What `make` gives is made before the clock starts. */
export interface Reader {
  readonly name: string
  /** Members, items or characters of the smaller input; the larger one has ten times as many. */
  readonly size: number
  readonly make: (size: number) => unknown
  // biome-ignore lint/suspicious/noConfusingVoidType: a reader may give anything, or nothing
  readonly read: (input: never) => unknown | Promise<unknown> | void
}

/** A row of the table: each reader has inputs of a kind of its own. */
export function reader<T>(
  name: string,
  size: number,
  make: (size: number) => T,
  read: (input: T) => unknown | Promise<unknown>
): Reader {
  return { name, size, make, read: read as Reader['read'] }
}

/** Ten times as much takes ten times as long, and what sorts or collects garbage a little longer; a square takes a hundred. */
export const mostGrowth = 40
/** Times below say nothing, in milliseconds: a clock ticks, a compiler warms up. */
const least = 60
const attempts = 4

/**
 * How many times longer a reader takes for ten times as much: the least of several attempts, since a busy machine only
 * makes it longer. 1 where it takes no time worth telling.
 */
export async function growthOf({ size, make, read }: Reader): Promise<number> {
  const [small, large] = [make(size), make(size * 10)] as [never, never]
  let growth = Number.POSITIVE_INFINITY
  for (let i = 0; i < attempts; i++) {
    const once = await timeOf(() => read(small))
    growth = Math.min(growth, ratio(once, await timeOf(() => read(large))))
    if (growth < mostGrowth / 2) break
  }
  return growth
}

function ratio(small: number, large: number): number {
  return large < least ? 1 : large / Math.max(small, 0.5)
}

async function timeOf(work: () => unknown): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}
