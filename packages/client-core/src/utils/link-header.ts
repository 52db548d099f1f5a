/** A link in a `Link` header. */
export interface HeaderLink {
  readonly href: string
  readonly rel?: string
  readonly type?: string
  readonly title?: string
}

/**
 * The links of a `Link` header (RFC 8288). Also accepts a target without angle brackets, as ZOO-Project writes it. Takes
 * linear time.
 */
export function parseLinkHeader(header: string | null | undefined): HeaderLink[] {
  if (!header) return []
  return splitOutside(header, ',').flatMap((part) => {
    const [target = '', ...parameters] = splitOutside(part, ';')
    const href = target.replace(/^<|>$/g, '').trim()
    if (!href) return []
    const link: Record<string, string> = { href }
    for (const parameter of parameters) {
      const at = parameter.indexOf('=')
      if (at < 0) continue
      const name = parameter.slice(0, at).trim().toLowerCase()
      const value = parameter.slice(at + 1).trim()
      if (name === 'rel' || name === 'type' || name === 'title') link[name] ??= unquote(value)
    }
    return [link as unknown as HeaderLink] // built above from exactly these names
  })
}

/** The trimmed parts between separators outside of quotes and angle brackets, without empty ones. */
export function splitOutside(text: string, separator: string): string[] {
  const parts: string[] = []
  const add = (start: number, end?: number): void => {
    const part = text.slice(start, end).trim()
    if (part) parts.push(part)
  }
  let start = 0
  let quoted = false
  let bracketed = false
  for (let i = 0; i < text.length; i++) {
    const char = text[i]
    if (quoted) {
      if (char === '\\') i++
      else if (char === '"') quoted = false
    } else if (bracketed) bracketed = char !== '>'
    else if (char === '"') quoted = true
    else if (char === '<') bracketed = true
    else if (char === separator) {
      add(start, i)
      start = i + 1
    }
  }
  add(start)
  return parts
}

function unquote(value: string): string {
  if (!value.startsWith('"')) return value
  const text = value.slice(1, value.endsWith('"') ? -1 : undefined)
  return text.includes('\\') ? text.replace(/\\(.)/g, '$1') : text
}
