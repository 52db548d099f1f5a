import type { ClientError } from '../../errors/client-error.ts'
import type { Bytes } from '../../types/call.ts'
import type { Attempt, Bounds, Call } from '../call.ts'
import type { BodyReader } from '../read-body.ts'
import { followWeakly } from './follow-weakly.ts'

/** The unread rest of a body. No timer runs while nobody reads. */
export interface BodyRest {
  /** The error that ended the body. Needed because not every platform passes on the error of a stream. */
  readonly failure: ClientError | undefined
  /** The next chunk; undefined at the end. Rejects with a `ClientError`, and again with the same one. */
  read(): Promise<Bytes | undefined>
  cancel(reason: unknown): Promise<void>
  /** A stream of `beginning` and what is read; it fails with our errors. */
  stream(beginning?: Bytes): ReadableStream<Bytes>
  /** Whether the rest must come within the time of the call: as long as nothing of it is handed out. */
  keepDeadline(keep: boolean): void
}

/** The body behind `reader` as the rest of a call. Its end also ends the call. `explain` turns a fault into a `ClientError`. */
export function bodyRest(call: Call, reader: BodyReader, explain: (fault: unknown) => ClientError): BodyRest {
  call.loosen(followWeakly) // an unread stream that is dropped must not leave a listener on a long-lived signal
  let isBound = false
  let failure: ClientError | undefined
  const fail = (fault: unknown): never => {
    failure ??= explain(fault)
    call.leave()
    reader.cancel(failure).catch(() => {})
    throw failure
  }
  const rest: BodyRest = {
    get failure() {
      return failure
    },
    async read() {
      if (failure) throw failure
      const { timeout } = call.settings
      const piece = (attempt: Attempt): ReturnType<BodyReader['read']> => {
        attempt.waitingFor = 'the body was not complete'
        return reader.read()
      }
      const pause: Bounds = { limit: timeout, tooLate: 'no more of the body arrived within', isOfCall: false }
      try {
        const { done, value } = await call.within(piece, isBound ? {} : pause)
        if (done) call.leave()
        return value
      } catch (fault) {
        return fail(fault)
      }
    },
    cancel(reason) {
      call.leave()
      return reader.cancel(reason)
    },
    stream(beginning) {
      let first = beginning?.length ? beginning : undefined
      return new ReadableStream(
        {
          async pull(controller) {
            const bytes = first ?? (await rest.read())
            first = undefined
            if (bytes) controller.enqueue(bytes)
            else controller.close()
          },
          cancel: (reason) => rest.cancel(reason)
        },
        { highWaterMark: 0 }
      )
    },
    keepDeadline(keep) {
      isBound = keep
    }
  }
  return rest
}
