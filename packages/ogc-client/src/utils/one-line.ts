/** Text of a server for an error message: in one line, cut to 400 characters. */
export function oneLine(value: string | undefined): string | undefined {
  const line = value?.slice(0, 4_000).replace(/\s+/g, ' ').trim()
  return line && cut(line, 400)
}

/** The first characters of a text, so many. */
export function cut(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 3)}...` : text
}
