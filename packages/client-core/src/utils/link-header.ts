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
  const links: HeaderLink[] = []
  for (const text of splitOutside(header, ',')) {
    const parts = splitOutside(text, ';')
    const target = parts[0] ?? ''
    const href = target.slice(target.startsWith('<') ? 1 : 0, target.endsWith('>') ? -1 : undefined).trim()
    if (!href) continue
    const link: { -readonly [Name in keyof HeaderLink]: HeaderLink[Name] } = { href }
    for (const parameter of parts.slice(1)) {
      const at = parameter.indexOf('=')
      if (at < 0) continue
      const name = parameter.slice(0, at).trim().toLowerCase()
      if (name === 'rel' || name === 'type' || name === 'title') link[name] ??= unquote(parameter.slice(at + 1).trim())
    }
    links.push(link)
  }
  return links
}

/** The trimmed parts between separators outside of quotes and angle brackets, without empty ones. */
export function splitOutside(text: string, separator: string): string[] {
  const parts: string[] = []
  const add = (start: number, end?: number): void => {
    const part = text.slice(start, end).trim()
    if (part) parts.push(part)
  }
  let start = 0
  for (let i = 0; i < text.length; i++) {
    const char = text[i]
    if (char === separator) {
      add(start, i)
      start = i + 1
    } else if (char === '"') {
      while (++i < text.length && text[i] !== '"') if (text[i] === '\\') i++
    } else if (char === '<') {
      i = text.indexOf('>', i)
      if (i < 0) break
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
