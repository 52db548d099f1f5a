import type { ErrorCode as CasErrorCode } from '@geoclients/cas-client'
import { isClientError, type ErrorCode as OgcErrorCode } from '@geoclients/ogc-client'
import { Interrupted } from '../terminal/interrupts.ts'
import { UsageError } from './usage-error.ts'

/** The exit codes of `geoclients`. */
const exitCodes = { ok: 0, usage: 1, refused: 2, network: 3, interrupted: 130 } as const

const byErrorCode: Readonly<Record<OgcErrorCode | CasErrorCode, number>> = {
  'invalid-argument': exitCodes.usage,
  config: exitCodes.usage,
  'not-loaded': exitCodes.usage,
  closed: exitCodes.usage,
  'no-such-output': exitCodes.usage,
  auth: exitCodes.refused,
  'http-status': exitCodes.refused,
  'media-type': exitCodes.refused,
  'malformed-body': exitCodes.refused,
  'body-too-large': exitCodes.refused,
  'blocked-origin': exitCodes.refused,
  'job-failed': exitCodes.refused,
  'job-dismissed': exitCodes.refused,
  'job-not-started': exitCodes.refused,
  'geometry-failed': exitCodes.refused,
  network: exitCodes.network,
  timeout: exitCodes.network,
  'wait-timeout': exitCodes.network,
  aborted: exitCodes.interrupted
}

/** Whether the reader closed the pipe, as `head` does. This is not a failure. */
export function isBrokenPipe(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EPIPE'
}

export function exitCodeOf(error: unknown): number {
  if (isBrokenPipe(error)) return exitCodes.ok
  if (error instanceof Interrupted) return error.exitCode
  if (error instanceof UsageError) return error.exitCode
  if (isClientError(error) && error.code in byErrorCode) return byErrorCode[error.code as keyof typeof byErrorCode]
  return exitCodes.usage
}
