import type { Layer } from '../../types/call.ts'
import { type Clock, startTimer } from '../../utils/clock.ts'
import { withBody } from './body-guard.ts'

const maxBytes = 64 * 1024
const maxTime = 5_000

/** Replaces each body of an error by what of it came within 64 KiB and 5 seconds: error bodies are read, but never waited for. */
export function errorBodies(clock: Clock): Layer {
  return (next) => async (url, init) => {
    const response = await next(url, init)
    if (response.ok || !response.body) return response
    return withBody(response, await readStart(response.body, clock, init.signal))
  }
}

async function readStart(
  body: ReadableStream<Uint8Array>,
  clock: Clock,
  signal: AbortSignal | null | undefined
): Promise<Uint8Array<ArrayBuffer>> {
  const reader = body.getReader()
  const start = new Uint8Array(maxBytes)
  let length = 0
  const stop = (): void => void reader.cancel().catch(() => {})
  const cancelTimer = startTimer(clock, maxTime, stop)
  signal?.addEventListener('abort', stop, { once: true })
  try {
    while (length < maxBytes) {
      const { done, value } = await reader.read()
      if (done) break
      const part = value.subarray(0, maxBytes - length)
      start.set(part, length)
      length += part.byteLength
    }
  } catch {
    // The status is known: a body that breaks off says less, but hides nothing.
  } finally {
    cancelTimer()
    signal?.removeEventListener('abort', stop)
    stop()
  }
  return start.slice(0, length)
}
