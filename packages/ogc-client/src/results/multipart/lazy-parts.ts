import { ByteSpool, type Reply } from '@geoclients/client-core'
import { type Content, heldContent, openContent } from '../output/content.ts'
import { mostOutputs } from '../output-ids.ts'
import { type MultipartEvent, MultipartParser } from './parser.ts'

/** One part of a multipart body. It is complete, or `isOpen`: its rest does not fit in memory and is still to come. */
export interface Part {
  readonly headers: Headers
  readonly content: Content
  readonly isOpen: boolean
}

export interface PartsInit {
  readonly start: Pick<Reply, 'bytes' | 'rest'>
  readonly boundary: string
  /** Maximum bytes in memory. */
  readonly maxBytes: number
  /** Receives the parts in order, all that are available at a time. */
  readonly onParts: (parts: readonly Part[]) => Promise<void>
  /** Makes the error for a body without closing delimiter, or whose parts cannot be separated. */
  readonly onBroken: (cause?: unknown) => Error
  /** Makes the error for an open part that is buffered, or read twice. */
  readonly onTooLarge: () => Error
  /** Makes the error for the parts after an open part whose stream was cancelled. */
  readonly onCancel: (reason: unknown) => Error
}

/** Memory of a part in addition to its bytes: headers, name, objects. */
const partCost = 512
/** Memory of a header line in addition to its characters. */
const headerCost = 128
/** Minimum limit for this additional memory, however small `maxBytes` is. */
const leastOverhead = 1024 * 1024

/**
 * The parts of a multipart body as they arrive. All parts that fit in memory are read. The first one that does not fit is
 * open: only its beginning is in memory, and the rest must be streamed before the following parts can be read.
 */
export class LazyParts {
  readonly #init: PartsInit
  readonly #parser: MultipartParser
  #events: Iterator<MultipartEvent, void, undefined>
  #isComplete = false
  #count = 0
  /** Bytes of complete parts, which stay in memory. */
  #kept = 0
  /** Additional memory of all parts so far. */
  #overhead = 0
  #failure: Error | undefined

  constructor(init: PartsInit) {
    this.#init = init
    this.#parser = new MultipartParser(init.boundary)
    this.#events = this.#parser.push(init.start.bytes)
    // Until the caller gets a part, the call's timeout applies, so a slow body is not awaited forever.
    init.start.rest?.keepDeadline(true)
  }

  /** Whether all parts were returned. */
  get isComplete(): boolean {
    return this.#isComplete
  }

  /** The reason why the remaining parts are lost, if they are. */
  get failure(): Error | undefined {
    return this.#failure
  }

  /** Returns the parts up to the next open one or the end of the body. Rejects if the body is broken. */
  async advance(): Promise<void> {
    const parts: Part[] = []
    try {
      for (let part = await this.#readPart(); part; part = part.isOpen ? undefined : await this.#readPart()) {
        parts.push(part)
      }
    } finally {
      await this.#init.onParts(parts)
    }
    // Anything after the closing delimiter is ignored.
    if (this.isComplete) this.#init.start.rest?.cancel(undefined).catch(() => {})
  }

  async #readPart(): Promise<Part | undefined> {
    const event = await this.#next(true)
    if (event?.kind !== 'part') return undefined
    if (++this.#count > mostOutputs) throw this.#init.onBroken(new RangeError(`more than ${mostOutputs} parts`))
    this.#overhead += costOf(event)
    const spool = new ByteSpool()
    for (;;) {
      if (this.#overhead > this.#maxOverhead) return this.#openPart(event.headers, spool)
      const piece = await this.#next(spool.length + this.#kept <= this.#init.maxBytes)
      if (piece?.kind === 'data') spool.append(piece.bytes)
      else if (piece) return this.#complete(event.headers, spool.bytes)
      else return this.#openPart(event.headers, spool)
    }
  }

  get #maxOverhead(): number {
    return Math.max(this.#init.maxBytes, leastOverhead)
  }

  #openPart(headers: Headers, beginning: ByteSpool): Part {
    this.#init.start.rest?.keepDeadline(false)
    return { headers, content: this.#open(beginning.bytes), isOpen: true }
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
    // This part is complete, even if the following ones fail.
    await this.advance().catch((error) => {
      this.#failure = error
    })
    return undefined
  }

  /** The next event; undefined at the end of the body, or if it has not arrived and `mayRead` is false. */
  async #next(mayRead: boolean): Promise<MultipartEvent | undefined> {
    for (;;) {
      const event = this.#parsed()
      if (event) return event
      this.#isComplete = this.#parser.isComplete
      if (this.#isComplete) return undefined
      const { rest } = this.#init.start
      if (rest && !mayRead) return undefined
      const bytes = await rest?.read()
      if (!bytes) throw this.#init.onBroken()
      this.#events = this.#parser.push(bytes)
    }
  }

  #parsed(): MultipartEvent | undefined {
    try {
      return this.#events.next().value ?? undefined
    } catch (cause) {
      throw this.#init.onBroken(cause)
    }
  }
}

function costOf({ headers, lines }: MultipartEvent & { readonly kind: 'part' }): number {
  let cost = partCost + headerCost * lines
  for (const [name, value] of headers) cost += name.length + value.length
  return cost
}
