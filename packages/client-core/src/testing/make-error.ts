import { ClientError, type ErrorFactory } from '../errors/client-error.ts'

/** The factory of the plainest client. */
export const makeError: ErrorFactory = (init) => new ClientError(init)
