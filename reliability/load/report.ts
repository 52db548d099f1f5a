/** What a process tells that waited for many jobs; bytes and milliseconds where nothing else is said. */
export interface JobsReport {
  readonly ended: number
  /** Requests for jobs after the last one was submitted, and the rounds that they came in. */
  readonly requests: number
  readonly rounds: number
  readonly seconds: number
  readonly heapPerJob: number
  /** The most that was resident. */
  readonly peak: number
  readonly lateness: { readonly median: number; readonly p95: number }
}

/** What a process tells that enriched a file. */
export interface FileReport {
  readonly rows: number
  readonly seconds: number
  /** The most that was resident, above what was at the start; bytes. */
  readonly peak: number
}
