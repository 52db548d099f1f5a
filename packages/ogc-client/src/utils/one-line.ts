/** Text of a server for an error message: in one line, cut to 400 characters. */
export function oneLine(value: string | undefined): string | undefined {
  const line = value?.slice(0, 4_000).replace(/\s+/g, ' ').trim()
  return line && line.length > 400 ? `${line.slice(0, 397)}...` : line
}
