/** JSON of a server's value; undefined if it is nested too deeply for the platform to write, although it could be parsed. */
export function tryStringify(value: unknown): string | undefined {
  try {
    return JSON.stringify(value)
  } catch {
    return undefined
  }
}

/** Text of a server for an error message: in one line, cut to 400 characters. */
export function oneLine(value: string | undefined): string | undefined {
  const line = value?.slice(0, 4_000).replace(/\s+/g, ' ').trim()
  return line && cut(line, 400)
}

/** Cuts a text to `length` characters. A text that is cut ends with `...`. */
export function cut(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 3)}...` : text
}

/** Text that a server may have written as a number, an object or a list; `''` if it is nested too deeply to be written. */
export function asText(value: unknown): string {
  return typeof value === 'string' ? value : (tryStringify(value) ?? '')
}
