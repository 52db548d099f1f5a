import type { IncomingMessage } from 'node:http'

/** A body is longer than the server reads. */
export class BodyTooLong extends Error {
  override readonly name = 'BodyTooLong'
}

/**
 * The body of a message as a stream that fails with `BodyTooLong`: before a byte is read where the message says its length.
 * By hand, because the types of node's web streams and of the DOM's do not fit together.
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
