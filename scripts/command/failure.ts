/** An error that the user can fix. Only its message is shown. */
export class Failure extends Error {
  override readonly name = 'Failure'
}
