/** An error that the user can fix. Only its message is shown. */
export class Failure extends Error {
  override readonly name = 'Failure'
}

/** Arguments that a command cannot take. The usage is shown, too. */
export class Misuse extends Failure {}

/** Why something failed: the code of the innermost cause, or its message. */
export function reasonOf(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  if ('code' in error && typeof error.code === 'string') return error.code
  const cause = error instanceof AggregateError ? error.errors[0] : error.cause
  return cause === undefined ? error.message || error.name : reasonOf(cause)
}
