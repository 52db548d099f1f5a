import type { ClientError, ErrorFactory } from '../errors/client-error.ts'
import type { RequestName } from '../errors/request-error.ts'
import { onDemand } from '../on-demand/load.ts'
import type { SecretHolder } from '../redaction/guard-errors.ts'
import type { Reply } from '../types/call.ts'
import { type Clock, startTimer } from '../utils/clock.ts'
import type { Attempt, Call } from './call.ts'
import type { BodyRest } from './fetch/body-rest.ts'
import { networkError } from './network-error.ts'
import { type BodyReader, noBytes, readBody } from './read-body.ts'

export interface ReceiveOptions {
  readonly clock: Clock
  readonly error: ErrorFactory
  readonly secrets: SecretHolder
  /** Maximum size in bytes of a body that is read into memory. */
  readonly maxBodyBytes: number
}

/** Limits for reading the body of an error response, in bytes and milliseconds. */
const errorBody = 64 * 1024
const patience = 5_000

/** Reads the body of a response as the call asks. Of an error response only a part is read, and its secrets are hidden. */
export async function receive(
  response: Response,
  name: RequestName,
  call: Call,
  attempt: Attempt,
  options: ReceiveOptions
): Promise<Reply> {
  const { clock, error, secrets, maxBodyBytes } = options
  const { status, ok, headers } = response
  const reply: Reply = { ...name, status, ok, headers, response, bytes: noBytes }
  const reader = response.body?.getReader() as BodyReader | undefined
  if (!reader) return reply
  const cancel = (reason?: unknown): void => void reader.cancel(reason).catch(() => {})
  attempt.onStop = cancel
  const { body: mode, isSpared } = call.kind
  if (!ok || isSpared?.(reply)) {
    const cancelTimer = startTimer(clock, patience, cancel)
    // The status is already known, so an error body that breaks off is kept as far as it arrived.
    const { bytes } = await readBody(reader, ok ? maxBodyBytes : errorBody, 'keep')
    cancelTimer()
    cancel()
    const start = bytes.subarray(0, errorBody)
    return { ...reply, bytes: ok ? bytes : (secrets.registry?.redactBytes(start) ?? start) }
  }
  const explain = (fault: unknown): ClientError => networkError(fault, name, error)
  const rest = async (): Promise<BodyRest> => (await onDemand.load(error)).bodyRest(call, reader, explain)
  if (mode === 'stream') return { ...reply, rest: await rest() }
  attempt.waitingFor = 'the body was not complete'
  attempt.isLifted = true
  const { bytes, isWhole } = await readBody(reader, maxBodyBytes)
  if (isWhole) return { ...reply, bytes }
  if (mode === 'open') return { ...reply, bytes, rest: await rest() }
  cancel()
  throw call.error('body-too-large', `: the body is longer than ${maxBodyBytes} bytes`)
}
