import type { IncomingMessage } from 'node:http'

/** The error for a body beyond the server's limit. */
export class BodyTooLong extends Error {
  override readonly name = 'BodyTooLong'
}

/**
 * The body of a message as a stream with a limit. If the message states its length, it fails with `BodyTooLong` before a byte
 * is read. Written by hand, because the types of Node's and the DOM's web streams are incompatible.
 */
export function boundedBody(message: IncomingMessage, maxBytes: number): ReadableStream<Uint8Array<ArrayBuffer>> {
  if (Number(message.headers['content-length'] ?? 0) > maxBytes) throw tooLong(maxBytes)
  const chunks = message.iterator({ destroyOnReturn: false })
  let length = 0
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await chunks.next()
      if (done === true) return controller.close()
      length += value.length
      if (length > maxBytes) throw tooLong(maxBytes)
      controller.enqueue(new Uint8Array(value))
    },
    async cancel() {
      await chunks.return?.()
    }
  })
}

function tooLong(maxBytes: number): BodyTooLong {
  return new BodyTooLong(`The body is longer than ${maxBytes} bytes, which this server does not read.`)
}
