/** What stands for a character in JSON, URLs, forms and markup, and the line breaks that mail and logs put into long words. */
const escapes =
  /\\u(?<unit>[\da-f]{4})|\\(?<short>["'\\/bfnrt])|%(?<byte>[0-7][\da-f])|(?<bytes>(?:%[89a-f][\da-f])+)|&(?:#(?<decimal>\d{1,7})|#x(?<hex>[\da-f]{1,6})|(?<name>amp|apos|gt|lt|quot));|\r?\n[ \t]*/gi
const named: Readonly<Record<string, string>> = {
  ...{ amp: '&', apos: "'", gt: '>', lt: '<', quot: '"' },
  ...{ b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' }
}
/** A URL within JSON within a log is the most that real servers write. */
const maxLayers = 3

/** A place where a text says something else than it is: `said` characters at `at`, for `written` ones at `from`. */
interface Escape {
  readonly at: number
  readonly said: number
  readonly from: number
  readonly written: number
}

/** A text as it reads, and how that lies in the text it was read from, which may be such a reading itself. */
interface Reading {
  readonly text: string
  readonly escapes: readonly Escape[]
  readonly within: Reading | undefined
}

type Span = readonly [start: number, end: number]

/**
 * `text` with `***` for each of `secrets`, as it is or as others write it: escaped, also twice, or broken over lines.
 * What stands behind `end` is looked at, but left out: a secret may begin before it.
 */
export function hideQuoted(text: string, secrets: readonly string[], end: number = text.length): string {
  const needles = [...new Set(secrets.flatMap((secret) => [secret, secret.replaceAll(' ', '+')]))]
  const hits: Span[] = []
  let reading: Reading | undefined = { text, escapes: [], within: undefined }
  for (let layer = 0; reading && layer <= maxLayers; layer++) {
    for (const needle of needles) hits.push(...find(needle, reading))
    reading = read(reading)
  }
  return hide(text, hits, end)
}

/** What a text says; undefined where it says nothing else than it is. */
function read(within: Reading): Reading | undefined {
  const { text } = within
  const found: Escape[] = []
  const pieces: string[] = []
  let at = 0
  let done = 0
  for (const match of text.matchAll(escapes)) {
    const said = meaning(match)
    pieces.push(text.slice(done, match.index), said)
    at += match.index - done
    found.push({ at, said: said.length, from: match.index, written: match[0].length })
    at += said.length
    done = match.index + match[0].length
  }
  if (found.length === 0) return undefined
  return { text: pieces.join('') + text.slice(done), escapes: found, within }
}

function meaning({
  0: whole,
  groups: { unit, short, byte, bytes, decimal, hex, name } = {}
}: RegExpMatchArray): string {
  const code = unit ?? byte ?? hex
  if (code) return fromCode(Number.parseInt(code, 16), whole)
  if (decimal) return fromCode(Number(decimal), whole)
  if (bytes) return decoded(bytes)
  const key = short ?? name
  return key === undefined ? '' : (named[key.toLowerCase()] ?? key)
}

function fromCode(code: number, otherwise: string): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : otherwise
}

function decoded(bytes: string): string {
  try {
    return decodeURIComponent(bytes)
  } catch {
    return bytes // no UTF-8
  }
}

/** Where a text stands in the outermost text. */
function find(needle: string, reading: Reading): Span[] {
  const { text } = reading
  const hits: Span[] = []
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + needle.length)) {
    hits.push([spanOf(at, reading)[0], spanOf(at + needle.length - 1, reading)[1]])
  }
  return hits
}

/** What of the outermost text says one character of a reading. */
function spanOf(at: number, { escapes, within }: Reading): Span {
  if (!within) return [at, at + 1]
  const found = lastUpTo(at, escapes)
  if (!found) return spanOf(at, within)
  const behind = at - found.at - found.said
  const { from, written } = found
  if (behind >= 0) return spanOf(from + written + behind, within)
  return [spanOf(from, within)[0], spanOf(from + written - 1, within)[1]]
}

/** The last of the escapes that begin at or before a place; they are in the order of the text. */
function lastUpTo(at: number, escapes: readonly Escape[]): Escape | undefined {
  let [low, high] = [0, escapes.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((escapes[middle]?.at ?? 0) <= at) low = middle + 1
    else high = middle
  }
  return escapes[low - 1]
}

function hide(text: string, hits: readonly Span[], end: number): string {
  let clean = ''
  let done = 0
  for (const [from, to] of [...hits].sort(([a], [b]) => a - b)) {
    if (from >= end) break
    if (from >= done) clean += `${text.slice(done, from)}***`
    done = Math.max(done, to)
  }
  return clean + text.slice(done, Math.max(done, end)) + (end < text.length ? '...' : '')
}
