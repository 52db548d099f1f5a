/** The bytes of an output that came with the results. */
export interface Content {
  /** All bytes. Throws `body-too-large` if they do not fit in memory. */
  held(): Uint8Array<ArrayBuffer>
  /** All bytes as a stream. Content that does not fit in memory can be streamed only once. */
  stream(): ReadableStream<Uint8Array<ArrayBuffer>>
}

/** Bytes in memory. Each read gets its own copy. */
export function heldContent(bytes: Uint8Array<ArrayBuffer>): Content {
  return { held: () => bytes, stream: () => new Blob([bytes]).stream() }
}

export interface OpenContent {
  /** The bytes that are already in memory. Released when read. */
  readonly beginning: Uint8Array<ArrayBuffer>
  /** The next chunk; undefined at the end. */
  readonly next: () => Promise<Uint8Array<ArrayBuffer> | undefined>
  readonly cancel: (reason: unknown) => Promise<void> | undefined
  /** The error if it is buffered, or read twice. */
  readonly tooLarge: () => Error
}

/** Bytes of which only the beginning is in memory. */
export function openContent({ beginning, next, cancel, tooLarge }: OpenContent): Content {
  let held: Uint8Array<ArrayBuffer> | undefined = beginning
  return {
    held: () => {
      throw tooLarge()
    },
    stream: () => {
      if (!held) throw tooLarge()
      let first: Uint8Array<ArrayBuffer> | undefined = held
      held = undefined
      const pull = async (controller: ReadableStreamDefaultController<Uint8Array<ArrayBuffer>>): Promise<void> => {
        const bytes: Uint8Array<ArrayBuffer> | undefined = first?.length ? first : await next()
        first = undefined
        if (bytes) controller.enqueue(bytes)
        else controller.close()
      }
      return new ReadableStream({ pull, cancel }, { highWaterMark: 0 })
    }
  }
}
