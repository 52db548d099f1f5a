/** A reader, and how to make its input of a size. What `make` gives is made before the clock starts. */
export interface Reader {
  readonly name: string
  /** Members, items or characters of the smaller input; the larger ones have ten and a hundred times as many. */
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
export const mostGrowth = 30
/** Times below say nothing, in milliseconds: a clock ticks, a compiler warms up. */
const least = 60
const attempts = 5

/**
 * How many times longer a reader takes for ten times as much: the least of several attempts, since a busy machine only
 * makes it longer. What takes no time worth telling then gets ten times as much again; 1 where that takes none either.
 */
export async function growthOf({ size, make, read }: Reader): Promise<number> {
  const inputs = [make(size), make(size * 10)] as never[]
  let growth = Number.POSITIVE_INFINITY
  for (let i = 0; i < attempts && growth >= mostGrowth / 2; i++) {
    const times: number[] = []
    for (const input of inputs) times.push(await timeOf(() => read(input)))
    if (inputs.length === 2 && (times[1] as number) < least) {
      inputs.push(make(size * 100) as never)
      // Where there is a bound, so much may be beyond it: to be refused takes no longer than to be read.
      times.push(await timeOf(() => (async () => read(inputs[2] as never))().catch(() => {})))
    }
    const [small = 0, large = 0] = times.slice(-2)
    growth = Math.min(growth, large < least ? 1 : large / Math.max(small, 0.5))
  }
  return growth
}

async function timeOf(work: () => unknown): Promise<number> {
  const start = worked()
  await work()
  return worked() - start
}

interface NodeProcess {
  readonly threadCpuUsage?: () => { readonly user: number; readonly system: number }
}

/** How long this thread has worked, in milliseconds, whatever else the machine does; where nobody tells, the time. */
export function worked(): number {
  const { process: node } = globalThis as { readonly process?: NodeProcess }
  const cpu = node?.threadCpuUsage?.()
  return cpu ? (cpu.user + cpu.system) / 1_000 : performance.now()
}
