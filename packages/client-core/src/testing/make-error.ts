import { ClientError, type ErrorFactory } from '../client-error.ts'

/** The factory of the plainest client. */
export const makeError: ErrorFactory = (init) => new ClientError(init)
