import type { CoreErrorCode } from '@geoclients/client-core'

/**
 * The reasons for which a call of this client can fail: those of every client, and
 *
 * - `geometry-failed`: a batch succeeded, but the service could not process this geometry of it.
 */
export type ErrorCode = CoreErrorCode | 'geometry-failed'
