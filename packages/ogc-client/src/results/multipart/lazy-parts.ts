import { ByteSpool, type Reply } from '@geoclients/client-core'
import { type Content, heldContent, openContent } from '../output/content.ts'
import { mostOutputs } from '../output-ids.ts'
import { type MultipartEvent, MultipartParser } from './parser.ts'

/** One part of a multipart body, complete or, where `isOpen`, with more to come than is held in memory. */
export interface Part {
  readonly headers: Headers
  readonly content: Content
  readonly isOpen: boolean
}

export interface PartsInit {
  readonly start: Pick<Reply, 'bytes' | 'rest'>
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

/** What a part costs besides its bytes: its headers, its name, its objects. */
const partCost = 512
/** What a header line costs besides its characters. */
const headerCost = 128
/** What the parts of the smallest results may cost, whatever may be held of their bytes. */
const leastOverhead = 1024 * 1024

/**
 * The parts of a multipart body as they come. As long as they fit in memory all are read at once; the first one that does
 * not is open: its beginning is held, the rest is handed out as it is streamed, and only then come the parts after it.
 */
export class LazyParts {
  readonly #init: PartsInit
  readonly #parser: MultipartParser
  #events: Iterator<MultipartEvent, void, undefined>
  #isComplete = false
  #count = 0
  /** Bytes of complete parts, which the results keep. */
  #kept = 0
  /** What all parts so far cost besides. */
  #overhead = 0
  #failure: Error | undefined

  constructor(init: PartsInit) {
    this.#init = init
    this.#parser = new MultipartParser(init.boundary)
    this.#events = this.#parser.push(init.start.bytes)
    // Until something is handed out nobody reads: a body that drips must not be waited for without end.
    init.start.rest?.keepDeadline(true)
  }

  /** Whether all parts were handed out. */
  get isComplete(): boolean {
    return this.#isComplete
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
    // The part itself is whole, whatever happens to those after it.
    await this.advance().catch((error) => {
      this.#failure = error
    })
    return undefined
  }

  /** The next event; undefined at the end of the body, or where it has not come and `mayRead` is false. */
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
