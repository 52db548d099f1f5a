import type { BodyStart } from './body-start.ts'
import { ByteSpool } from './byte-spool.ts'
import { type Content, heldContent, openContent } from './content.ts'
import { type MultipartEvent, MultipartParser } from './multipart-parser.ts'

/** One part of a multipart body, complete or, where `isOpen`, with more to come than is held in memory. */
export interface Part {
  readonly headers: Headers
  readonly content: Content
  readonly isOpen: boolean
}

export interface PartsInit {
  readonly start: BodyStart
  readonly boundary: string
  /** How many bytes may be held. */
  readonly maxBytes: number
  /** Takes the parts in the order of the body, as many at a time as are there. */
  readonly onParts: (parts: readonly Part[]) => Promise<void>
  /** What it means that the body ends before its closing delimiter, or that its parts cannot be told apart. */
  readonly onBroken: (cause?: unknown) => Error
  /** Why an open part cannot be held, or not be read again. */
  readonly onTooLarge: () => Error
  /** What it means that somebody gave up an open part, and with it those that follow. */
  readonly onCancel: (reason: unknown) => Error
}

/**
 * The parts of a multipart body as they come. As long as they fit in memory all are read at once; the first one that does
 * not is open: its beginning is held, the rest is handed out as it is streamed, and only then come the parts after it.
 */
export class LazyParts {
  readonly #init: PartsInit
  readonly #parser: MultipartParser
  #events: readonly MultipartEvent[] = []
  #nextEvent = 0
  /** Bytes of complete parts, which the results keep. */
  #kept = 0
  #failure: Error | undefined

  constructor(init: PartsInit) {
    this.#init = init
    this.#parser = new MultipartParser(init.boundary)
    this.#parse(init.start.bytes)
  }

  /** Whether all parts were handed out. */
  get isComplete(): boolean {
    return this.#parser.isComplete && this.#nextEvent >= this.#events.length
  }

  /** Why there are parts that nobody will see, once that is so. */
  get failure(): Error | undefined {
    return this.#failure
  }

  /** Hands out the parts up to the end of the body or to the next open one. Rejects where the body is broken. */
  async advance(): Promise<void> {
    const parts: Part[] = []
    try {
      for (let part = await this.#readPart(); part; part = part.isOpen ? undefined : await this.#readPart()) {
        parts.push(part)
      }
    } finally {
      await this.#init.onParts(parts)
    }
    // Nothing that follows the closing delimiter is of any use.
    if (this.isComplete) this.#init.start.rest?.cancel(undefined).catch(() => {})
  }

  async #readPart(): Promise<Part | undefined> {
    const event = await this.#next(true)
    if (event?.kind !== 'part') return undefined
    const spool = new ByteSpool()
    for (;;) {
      const piece = await this.#next(spool.length + this.#kept <= this.#init.maxBytes)
      if (piece?.kind === 'data') spool.append(piece.bytes)
      else if (piece) return this.#complete(event.headers, spool.bytes)
      else return { headers: event.headers, content: this.#open(spool.bytes), isOpen: true }
    }
  }

  #complete(headers: Headers, bytes: Uint8Array<ArrayBuffer>): Part {
    this.#kept += bytes.length
    return { headers, content: heldContent(bytes), isOpen: false }
  }

  #open(beginning: Uint8Array<ArrayBuffer>): Content {
    return openContent({
      beginning,
      tooLarge: this.#init.onTooLarge,
      next: () => this.#nextOfOpen(),
      cancel: (reason) => {
        this.#failure = this.#init.onCancel(reason)
        return this.#init.start.rest?.cancel(reason)
      }
    })
  }

  async #nextOfOpen(): Promise<Uint8Array<ArrayBuffer> | undefined> {
    let event: MultipartEvent | undefined
    try {
      event = await this.#next(true)
    } catch (error) {
      this.#failure = error as Error
      throw error
    }
    if (event?.kind === 'data') return event.bytes
    // The part itself is whole, whatever happens to those after it.
    await this.advance().catch((error) => {
      this.#failure = error
    })
    return undefined
  }

  /** The next event; undefined at the end of the body, or where it has not come and `mayRead` is false. */
  async #next(mayRead: boolean): Promise<MultipartEvent | undefined> {
    for (;;) {
      const event = this.#events[this.#nextEvent++]
      if (event || this.#parser.isComplete) return event
      const { rest } = this.#init.start
      if (rest && !mayRead) return undefined
      const bytes = await rest?.read()
      if (!bytes) throw this.#init.onBroken()
      this.#parse(bytes)
    }
  }

  #parse(bytes: Uint8Array<ArrayBuffer>): void {
    try {
      this.#events = this.#parser.push(bytes)
      this.#nextEvent = 0
    } catch (cause) {
      throw this.#init.onBroken(cause)
    }
  }
}
