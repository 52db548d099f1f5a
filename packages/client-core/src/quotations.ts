/** What stands for a character in JSON, URLs, forms and markup, and the line breaks that mail and logs put into long words. */
const escapes =
  /\\u([\da-f]{4})|\\(["'\\/bfnrt])|%([0-7][\da-f])|((?:%[89a-f][\da-f])+)|&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|apos|gt|lt|quot));|\r?\n[ \t]*/gi
const named: Readonly<Record<string, string>> = {
  ...{ amp: '&', apos: "'", gt: '>', lt: '<', quot: '"' },
  ...{ b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' }
}
/** A URL within JSON within a log is the most that real servers write. */
const maxLayers = 3

/** A text as it reads, with where each of its characters begins and ends as it is written. */
interface Reading {
  readonly text: string
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

/** `text` with `***` for each of `secrets`, as it is or as others write it: escaped, also twice, or broken over lines. */
export function hideQuoted(text: string, secrets: readonly string[]): string {
  // The longest first: one secret may be part of another.
  const needles = [...new Set(secrets.flatMap((secret) => [secret, secret.replaceAll(' ', '+')]))]
  needles.sort((a, b) => b.length - a.length)
  let clean = text
  for (const needle of needles) clean = clean.replaceAll(needle, '***')
  const hits: [start: number, end: number][] = []
  let reading = readAs(clean)
  for (let layer = 0; reading && layer < maxLayers; layer++) {
    for (const needle of needles) hits.push(...find(needle, reading))
    reading = readAs(reading.text, reading)
  }
  return hide(clean, hits)
}

/** What a text says; undefined where it says nothing else than it is. */
function readAs(text: string, within?: Reading): Reading | undefined {
  let read = ''
  const starts: number[] = []
  const ends: number[] = []
  const take = (said: string, from: number, width: number): void => {
    for (let i = 0; i < said.length; i++) {
      const [first, last] = width === 0 ? [from + i, from + i] : [from, from + width - 1]
      starts.push(within?.starts[first] ?? first)
      ends.push(within?.ends[last] ?? last + 1)
    }
    read += said
  }
  let done = 0
  for (const match of text.matchAll(escapes)) {
    take(text.slice(done, match.index), done, 0)
    take(meaning(match), match.index, match[0].length)
    done = match.index + match[0].length
  }
  if (done === 0) return undefined
  take(text.slice(done), done, 0)
  return { text: read, starts, ends }
}

function meaning([whole, unit, short, byte, bytes, decimal, hex, name]: RegExpMatchArray): string {
  if (unit ?? byte ?? hex) return fromCode(Number.parseInt(unit ?? byte ?? hex ?? '', 16), whole)
  if (decimal) return fromCode(Number(decimal), whole)
  if (bytes) return decoded(bytes)
  const key = short ?? name
  return key === undefined ? '' : (named[key.toLowerCase()] ?? key)
}

function fromCode(code: number, otherwise: string | undefined): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : (otherwise ?? '')
}

function decoded(bytes: string): string {
  try {
    return decodeURIComponent(bytes)
  } catch {
    return bytes // no UTF-8
  }
}

function find(needle: string, { text, starts, ends }: Reading): [start: number, end: number][] {
  const hits: [number, number][] = []
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + needle.length)) {
    hits.push([starts[at] ?? 0, ends[at + needle.length - 1] ?? 0])
  }
  return hits
}

function hide(text: string, hits: readonly [start: number, end: number][]): string {
  let clean = ''
  let done = 0
  for (const [start, end] of [...hits].sort(([a], [b]) => a - b)) {
    if (start >= done) clean += `${text.slice(done, start)}***`
    done = Math.max(done, end)
  }
  return clean + text.slice(done)
}
