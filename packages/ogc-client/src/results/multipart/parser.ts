/** The content of a multipart body in order: the headers of each part, its bytes in chunks, its end. */
export type MultipartEvent =
  /** `lines` counts the header lines, including repeated names. */
  | { readonly kind: 'part'; readonly headers: Headers; readonly lines: number }
  | { readonly kind: 'data'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'end' }

const lf = 10
const cr = 13
const dash = 45
const space = 32
const tab = 9

/** RFC 2046 allows 70 characters. A longer boundary costs time for each line with the same beginning. */
const maxBoundary = 256
const maxPadding = 128
const maxHeaderLine = 8_192
const maxHeaders = 65_536
/** Real parts have a few. */
const maxHeaderLines = 100

/** The boundary in a `Content-Type`, quoted or not; undefined if there is no usable one. */
export function boundaryOf(contentType: string): string | undefined {
  const found = /;\s*boundary\s*=\s*(?:"((?:[^"\\]|\\.)+)"|([^;\s"]+))/i.exec(contentType)
  const name = found?.[1]?.replace(/\\(.)/g, '$1') ?? found?.[2]
  return name && name.length <= maxBoundary ? name : undefined
}

const decoder = /* @__PURE__ */ new TextDecoder()

type Line = 'other' | 'incomplete' | { readonly next: number; readonly closes: boolean }

/**
 * Splits a multipart body (RFC 2046, 5.1) while it arrives, in linear time. It buffers only bytes that may be part of a
 * delimiter: at most a line.
 */
export class MultipartParser {
  readonly #delimiter: Uint8Array
  #state: 'preamble' | 'headers' | 'body' | 'epilogue' = 'preamble'
  #held = new Uint8Array(0)
  /** Whether the buffer begins with a new line, and the line break before it was already consumed. */
  #fresh = true
  #headers = new Headers()
  #headerBytes = 0
  #headerLines = 0

  constructor(boundary: string) {
    this.#delimiter = new TextEncoder().encode(`--${boundary}`)
  }

  /** Whether the closing delimiter has arrived. A body without it is incomplete. */
  get isComplete(): boolean {
    return this.#state === 'epilogue'
  }

  /**
   * The events of the next bytes. They are generated on demand, because a few bytes can begin thousands of parts. Throws a
   * `RangeError` if headers exceed the limits.
   */
  *push(chunk: Uint8Array<ArrayBuffer>): Generator<MultipartEvent, void, undefined> {
    const events: MultipartEvent[] = []
    const bytes = this.#held.length > 0 ? concat(this.#held, chunk) : chunk
    let at: number | undefined = 0
    let from = 0
    while (at !== undefined && this.#state !== 'epilogue') {
      from = at
      at = this.#state === 'headers' ? this.#readHeaders(bytes, from, events) : this.#readBody(bytes, from, events)
      yield* events.splice(0)
      if (at === undefined) return
    }
    this.#held = new Uint8Array(0)
  }

  /** Reads up to the next delimiter; undefined if it has not arrived yet. */
  #readBody(bytes: Uint8Array<ArrayBuffer>, from: number, events: MultipartEvent[]): number | undefined {
    let line = this.#fresh ? from : nextLine(bytes, from)
    for (; line !== undefined; line = nextLine(bytes, line)) {
      const found = this.#lineAt(bytes, line)
      if (found === 'other') continue
      const end = this.#fresh && line === from ? line : beforeBreak(bytes, line, from)
      this.#emit(bytes.subarray(from, end), events)
      if (found === 'incomplete') return this.#hold(bytes, end)
      if (this.#state === 'body') events.push({ kind: 'end' })
      return this.#begin(found)
    }
    // A carriage return may begin the line break before a delimiter.
    const end = bytes.length > from && bytes.at(-1) === cr ? bytes.length - 1 : bytes.length
    this.#emit(bytes.subarray(from, end), events)
    return this.#hold(bytes, end)
  }

  /** Reads header lines up to the blank line; undefined if it has not arrived yet. */
  #readHeaders(bytes: Uint8Array<ArrayBuffer>, from: number, events: MultipartEvent[]): number | undefined {
    for (let line = from; ; ) {
      const found = this.#lineAt(bytes, line)
      const next = found === 'other' ? nextLine(bytes, line) : undefined
      if (typeof found === 'object') {
        events.push(this.#part(), { kind: 'end' })
        return this.#begin(found)
      }
      if (next === undefined) {
        if (bytes.length - line > maxHeaderLine) throw new RangeError('a header line of a part is too long')
        return this.#hold(bytes, line)
      }
      this.#headerBytes += next - line
      if (this.#headerBytes > maxHeaders) throw new RangeError('the headers of a part are too long')
      const text = decoder.decode(bytes.subarray(line, next)).trim()
      if (text === '') {
        events.push(this.#part())
        this.#state = 'body'
        this.#fresh = true
        return next
      }
      if (++this.#headerLines > maxHeaderLines) throw new RangeError('a part has too many headers')
      addHeader(this.#headers, text)
      line = next
    }
  }

  #part(): MultipartEvent {
    return { kind: 'part', headers: this.#headers, lines: this.#headerLines }
  }

  #begin({ next, closes }: { readonly next: number; readonly closes: boolean }): number {
    this.#state = closes ? 'epilogue' : 'headers'
    this.#headers = new Headers()
    this.#headerBytes = 0
    this.#headerLines = 0
    return next
  }

  #emit(bytes: Uint8Array<ArrayBuffer>, events: MultipartEvent[]): void {
    if (bytes.length === 0) return
    this.#fresh = false
    if (this.#state === 'body') events.push({ kind: 'data', bytes })
  }

  #hold(bytes: Uint8Array<ArrayBuffer>, from: number): undefined {
    this.#held = bytes.slice(from)
  }

  /** Whether the whole line is a delimiter, with optional white space after it (RFC 2046), and not just its beginning. */
  #lineAt(bytes: Uint8Array, line: number): Line {
    const delimiter = this.#delimiter
    for (let i = 0; i < delimiter.length; i++) {
      if (line + i >= bytes.length) return 'incomplete'
      if (bytes[line + i] !== delimiter[i]) return 'other'
    }
    let at = line + delimiter.length
    if (bytes[at] === dash) {
      if (at + 1 >= bytes.length) return 'incomplete'
      return bytes[at + 1] === dash ? { next: at + 2, closes: true } : 'other'
    }
    const padded = at + maxPadding
    while (at < padded && (bytes[at] === space || bytes[at] === tab)) at++
    if (bytes[at] === cr) at++
    if (at >= bytes.length) return 'incomplete'
    return bytes[at] === lf ? { next: at + 1, closes: false } : 'other'
  }
}

/** Start of the line after the one at `from`; undefined if that line is not complete yet. */
function nextLine(bytes: Uint8Array, from: number): number | undefined {
  const at = bytes.indexOf(lf, from)
  return at < 0 ? undefined : at + 1
}

/** The line break before a delimiter belongs to the delimiter. */
function beforeBreak(bytes: Uint8Array, line: number, from: number): number {
  const end = line - 1
  return end > from && bytes[end - 1] === cr ? end - 1 : end
}

function concat(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(a.length + b.length)
  both.set(a)
  both.set(b, a.length)
  return both
}

/** Adds a header. An invalid one is left out, so the part can still be read. */
function addHeader(headers: Headers, line: string): void {
  const colon = line.indexOf(':')
  if (colon <= 0) return
  try {
    headers.append(line.slice(0, colon).trim(), line.slice(colon + 1).trim())
  } catch {}
}
