/** The report of a process that waited for many jobs. Units are bytes and milliseconds unless a comment says otherwise. */
export interface JobsReport {
  readonly ended: number
  /** The number of requests for jobs after the last submission, and the number of rounds that they belong to. */
  readonly requests: number
  readonly rounds: number
  readonly seconds: number
  readonly heapPerJob: number
  /** Peak of the resident memory. */
  readonly peak: number
  readonly lateness: { readonly median: number; readonly p95: number }
}

/** The report of a process that enriched a file. */
export interface FileReport {
  readonly rows: number
  readonly seconds: number
  /** Peak of the resident memory above the start, in bytes. */
  readonly peak: number
}
