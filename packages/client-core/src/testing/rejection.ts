import { type ClientError, isClientError } from '../errors/client-error.ts'

/** The `ClientError` that a call rejects with; anything else that it settles with fails the test. */
export async function rejection(call: Promise<unknown>): Promise<ClientError> {
  const outcome = await call.then(
    (value) => ({ value }),
    (error: unknown) => ({ error })
  )
  if ('error' in outcome && isClientError(outcome.error)) return outcome.error
  throw new Error(`expected a ClientError, got ${'error' in outcome ? `the error ${outcome.error}` : 'a result'}`, {
    cause: outcome
  })
}

/** The `ClientError` that a function throws. */
export async function thrown(call: () => unknown): Promise<ClientError> {
  return rejection((async () => call())())
}
