const encoder = new TextEncoder()

export function json(value: unknown, init: ResponseInit = {}): Response {
  return Response.json(value, init)
}

/** A body that a test writes piece by piece; it knows when its reader gave up. */
export interface OpenBody {
  readonly stream: ReadableStream<Uint8Array>
  write(text: string | Uint8Array): void
  end(): void
  breakOff(error: unknown): void
  readonly cancelled: () => boolean
}

export function openBody(): OpenBody {
  let control: ReadableStreamDefaultController<Uint8Array> | undefined
  let cancelled = false
  const stream = new ReadableStream<Uint8Array>({
    start: (controller) => {
      control = controller
    },
    cancel: () => {
      cancelled = true
    }
  })
  return {
    stream,
    write: (text) => control?.enqueue(typeof text === 'string' ? encoder.encode(text) : text),
    end: () => control?.close(),
    breakOff: (error) => control?.error(error),
    cancelled: () => cancelled
  }
}
