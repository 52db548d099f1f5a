import { isOgcError, type OgcError } from '../errors/ogc-error.ts'

/** The `OgcError` that a call rejects with; anything else that it settles with fails the test. */
export async function rejection(call: Promise<unknown>): Promise<OgcError> {
  const outcome = await call.then(
    (value) => ({ value }),
    (error: unknown) => ({ error })
  )
  if ('error' in outcome && isOgcError(outcome.error)) return outcome.error
  throw new Error(`expected an OgcError, got ${'error' in outcome ? `the error ${outcome.error}` : 'a result'}`, {
    cause: outcome
  })
}

/** The items of a source up to its end. */
export async function collect<T>(source: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = []
  for await (const item of source) items.push(item)
  return items
}
