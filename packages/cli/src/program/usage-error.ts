/** An error that the user can fix: a wrong argument or file. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
  /** What to do next, as a sentence. */
  readonly next: string | undefined
  readonly exitCode: number

  constructor(
    message: string,
    { next, exitCode = 1, cause }: { next?: string; exitCode?: number; cause?: unknown } = {}
  ) {
    super(message, { cause })
    this.next = next
    this.exitCode = exitCode
  }
}
