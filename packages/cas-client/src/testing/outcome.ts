import { type CasError, isCasError } from '../errors/cas-error.ts'

/** The `CasError` that a call rejects with; anything else that it settles with, or throws at once, fails the test. */
export async function rejection(call: Promise<unknown>): Promise<CasError> {
  const outcome = await call.then(
    (value) => ({ value }),
    (error: unknown) => ({ error })
  )
  if ('error' in outcome && isCasError(outcome.error)) return outcome.error
  throw new Error(`expected a CasError, got ${'error' in outcome ? `the error ${outcome.error}` : 'a result'}`, {
    cause: outcome
  })
}

/** The items of a source up to its end. */
export async function collect<T>(source: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = []
  for await (const item of source) items.push(item)
  return items
}

/** Lets everything go on that waits for nothing but its turn. */
export function settle(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0))
}
