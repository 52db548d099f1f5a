const MiB = 1_024 * 1_024

/** The memory report of a process, in MiB. */
export interface MemoryReport {
  /** Peak of the resident memory above the start. */
  readonly peak: number
  /** The largest heap after a full collection, above that at the start. 0 without `--expose-gc`. */
  readonly held: number
  /** The number of rows that are missing, failed, out of order, or belong to another place. */
  readonly wrong: number
}

export interface MemoryStart {
  readonly resident: number
  readonly live: number
}

/** Call this after the platform has loaded its request code. */
export function startOf(): MemoryStart {
  return { resident: process.memoryUsage.rss(), live: liveBytes() }
}

/**
 * Bytes of the heap that are still reachable. Buffers outside of the heap are left out, because they are freed some time after a
 * collection.
 */
export function liveBytes(): number {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed
}

export function reportOf(start: MemoryStart, live: readonly number[], wrong: number): MemoryReport {
  const peak = process.resourceUsage().maxRSS * 1_024 - start.resident
  return { peak: rounded(peak / MiB), held: rounded((Math.max(start.live, ...live) - start.live) / MiB), wrong }
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100
}
