/** One part of a `multipart/related` body. */
export interface Part {
  readonly headers: Headers
  readonly body: Uint8Array<ArrayBuffer>
}

/**
 * The parts of a multipart body (RFC 2046, 5.1), in one pass over its bytes. `undefined` where `contentType` has no
 * boundary or the body has no closing delimiter, which means that it was cut.
 */
export function parseMultipart(body: Uint8Array<ArrayBuffer>, contentType: string): Part[] | undefined {
  const boundary = /;\s*boundary=(?:"([^"]+)"|([^;\s"]+))/i.exec(contentType)
  const name = boundary?.[1] ?? boundary?.[2]
  if (!name) return undefined
  const delimiter = new TextEncoder().encode(`--${name}`)
  const parts: Part[] = []
  let start: number | undefined
  for (let at = findLine(body, delimiter, 0); at >= 0; at = findLine(body, delimiter, at + delimiter.length)) {
    if (!endsThere(body, at + delimiter.length)) continue
    if (start !== undefined) parts.push(readPart(body.subarray(start, endOfPart(body, at, start))))
    const after = at + delimiter.length
    if (body[after] === dash && body[after + 1] === dash) return parts
    start = endOfLine(body, after)
  }
  return undefined
}

const lf = 10
const cr = 13
const dash = 45
const space = 32
const tab = 9

/** Where `needle` stands at the start of a line, from `from` on; -1 where it does not. */
function findLine(bytes: Uint8Array, needle: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(dash, from); at >= 0; at = bytes.indexOf(dash, at + 1)) {
    if (at > 0 && bytes[at - 1] !== lf) continue
    if (needle.every((byte, i) => bytes[at + i] === byte)) return at
  }
  return -1
}

/** Whether a delimiter is the whole line (RFC 2046 allows white space after it), not the beginning of a longer boundary. */
function endsThere(bytes: Uint8Array, from: number): boolean {
  if (bytes[from] === dash && bytes[from + 1] === dash) return true
  let at = from
  while (bytes[at] === space || bytes[at] === tab) at++
  return bytes[at] === cr || bytes[at] === lf
}

function endOfLine(bytes: Uint8Array, from: number): number {
  const at = bytes.indexOf(lf, from)
  return at < 0 ? bytes.length : at + 1
}

/** The line break before a delimiter belongs to the delimiter. */
function endOfPart(bytes: Uint8Array, delimiterAt: number, start: number): number {
  let end = delimiterAt
  if (end > start && bytes[end - 1] === lf) end--
  if (end > start && bytes[end - 1] === cr) end--
  return end
}

function readPart(part: Uint8Array<ArrayBuffer>): Part {
  const headers = new Headers()
  let at = 0
  while (at < part.length) {
    const next = endOfLine(part, at)
    const line = new TextDecoder().decode(part.subarray(at, next)).trim()
    at = next
    if (line === '') break
    const colon = line.indexOf(':')
    if (colon > 0) setHeader(headers, line.slice(0, colon).trim(), line.slice(colon + 1).trim())
  }
  return { headers, body: part.slice(at) }
}

/** A header that cannot be one is left out: the part itself may still be read. */
function setHeader(headers: Headers, name: string, value: string): void {
  try {
    headers.append(name, value)
  } catch {}
}
