import type { ClientError } from '../../errors/client-error.ts'
import { rememberAddresses, rememberedAddresses } from '../../response/unredacted-urls.ts'
import { raceAbort } from '../../utils/abort-signals.ts'
import { type Clock, startTimer } from '../../utils/clock.ts'

export interface BodyGuard {
  readonly clock: Clock
  readonly signal: AbortSignal
  /** Milliseconds that the next chunk may take, asked before each read with the length of the body so far. */
  readonly patience: (bytes: number) => number
  /** Longest body in bytes. */
  readonly maxBytes: number
  readonly onTimeout: (bytes: number) => ClientError
  readonly onTooLarge: () => ClientError
  readonly onFault: (error: unknown) => ClientError
  /** Called once when nothing more will be read. */
  readonly onEnd: () => void
}

/**
 * The same response with a body that cannot hang, grow without end or fail with a foreign error. Timers run only while
 * somebody is reading, so that an abandoned body leaves none behind.
 */
export function guardBody(response: Response, guard: BodyGuard): Response {
  if (!response.body) {
    guard.onEnd()
    return response
  }
  const reader = response.body.getReader()
  let bytes = 0
  const fail = (error: ClientError): never => {
    guard.onEnd()
    reader.cancel(error).catch(() => {})
    throw error
  }
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const timeout = new AbortController()
        const cancelTimer = startTimer(guard.clock, guard.patience(bytes), () => timeout.abort(guard.onTimeout(bytes)))
        try {
          const chunk = await raceAbort(raceAbort(reader.read(), guard.signal), timeout.signal)
          if (chunk.done) {
            guard.onEnd()
            controller.close()
            return
          }
          bytes += chunk.value.byteLength
          if (bytes <= guard.maxBytes) controller.enqueue(chunk.value)
        } catch (error) {
          fail(guard.onFault(error))
        } finally {
          cancelTimer()
        }
        if (bytes > guard.maxBytes) fail(guard.onTooLarge())
      },
      cancel(reason) {
        guard.onEnd()
        return reader.cancel(reason)
      }
    },
    { highWaterMark: 0 }
  )
  return withBody(response, body)
}

/** A copy of `response` with another body, or other headers; what the constructor cannot set, such as `url`, is kept. */
export function withBody(
  response: Response,
  body: BodyInit | null,
  { headers, statusText }: Pick<Response, 'headers' | 'statusText'> = response
): Response {
  const { status, url, redirected, ok } = response
  // Servers do answer with 999, which a platform's fetch hands out but its constructor refuses.
  const allowed = status >= 200 && status <= 599
  const copy = new Response(body, { status: allowed ? status : 500, statusText, headers })
  const kept = { url, redirected, ...(!allowed && { status, ok }) }
  for (const [key, value] of Object.entries(kept)) Object.defineProperty(copy, key, { value })
  rememberAddresses(copy, rememberedAddresses(response))
  return copy
}
