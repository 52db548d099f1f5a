import type { CoreErrorCode } from '@geoclients/client-core'

/** Every reason for which a call of this client can fail: those of every client. */
export type ErrorCode = CoreErrorCode
