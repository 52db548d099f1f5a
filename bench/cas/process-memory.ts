const MiB = 1_024 * 1_024

/** The memory report of a process, in MiB. */
export interface MemoryReport {
  /** Peak resident memory above the start. */
  readonly peak: number
  /** The most of the heap that outlived a full collection, above what did at the start; without `--expose-gc` 0. */
  readonly held: number
  /** Number of rows that were missing, failed, out of order or of another place. */
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

/** Bytes of the heap that are still reachable; buffers beside it are freed some time after a collection, and left out. */
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
