/** Where the bytes of an output are that came with the results. */
export interface Content {
  /** All of it; throws `body-too-large` where it is longer than what is held in memory. */
  held(): Uint8Array<ArrayBuffer>
  /** All of it as it comes; what is not held comes once. */
  stream(): ReadableStream<Uint8Array<ArrayBuffer>>
}

/** Bytes in memory; each reading has a copy of its own. */
export function heldContent(bytes: Uint8Array<ArrayBuffer>): Content {
  return { held: () => bytes, stream: () => new Blob([bytes]).stream() }
}

export interface OpenContent {
  /** What is in memory already; given up as it is read. */
  readonly beginning: Uint8Array<ArrayBuffer>
  /** What comes next; undefined at the end. */
  readonly next: () => Promise<Uint8Array<ArrayBuffer> | undefined>
  readonly cancel: (reason: unknown) => Promise<void> | undefined
  /** Why it cannot be held, or not be read again. */
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
