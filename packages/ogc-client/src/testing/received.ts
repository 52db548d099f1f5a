import type { Received } from '@geoclients/client-core'
import { isOgcError, makeOgcError, type OgcError } from '../errors/ogc-error.ts'
import { replyOf } from './reply.ts'

/** A parsed body as the readers get it. */
export function received(body: unknown, init: ResponseInit = {}): Received {
  return { body, response: replyOf(null, init), error: makeOgcError }
}

/** The `OgcError` that `read` throws. */
export function thrown(read: () => unknown): OgcError {
  try {
    read()
  } catch (error) {
    if (isOgcError(error)) return error
    throw error
  }
  throw new Error('nothing was thrown')
}
