import type { CoreErrorCode } from '@geoclients/client-core'

/** The reasons for which a call of this client can fail: those that all clients share. */
export type ErrorCode = CoreErrorCode
