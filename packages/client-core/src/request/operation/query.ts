/**
 * Writes a query in OpenAPI's default styles: a list as repeated parameters, an object as `filter[min]=1`. Null and undefined
 * are omitted. Throws if a value is nested deeper or is not well-formed text.
 *
 * @param join what stands between the items of a list, by name: they are one member then.
 */
export function writeQuery(query: object, join: Readonly<Record<string, string>> = {}): string {
  const members: string[] = []
  for (const [name, value] of Object.entries(query)) {
    if (value == null) continue
    const key = encodeURIComponent(name)
    if (Array.isArray(value)) {
      const texts = value.filter((item) => item != null).map((item) => textOf(item, name))
      if (texts.length > 0) members.push(`${key}=${texts.join(join[name] ?? `&${key}=`)}`)
    } else if (typeof value === 'object') {
      for (const [own, item] of Object.entries(value))
        if (item != null) members.push(`${key}[${encodeURIComponent(own)}]=${textOf(item, name)}`)
    } else members.push(`${key}=${textOf(value, name)}`)
  }
  return members.join('&')
}

function textOf(value: unknown, name: string): string {
  if (typeof value === 'object') throw new TypeError(`${name} is nested too deep`)
  return encodeURIComponent(String(value))
}
