/**
 * Writes a query in OpenAPI's default styles: a list as repeated parameters, an object as `filter[min]=1`. Null and undefined
 * are omitted. Throws if a value is nested deeper or is not well-formed text.
 *
 * @param join what stands between the items of a list, by name: they are one member then.
 */
export function writeQuery(query: object, join: Readonly<Record<string, string>> = {}): string {
  return Object.entries(query)
    .flatMap(([name, value]) => {
      if (value == null) return []
      const key = encodeURIComponent(name)
      if (Array.isArray(value)) return member(key, value, join[name])
      if (typeof value !== 'object') return member(key, [value])
      return Object.entries(value).flatMap(([own, item]) => member(`${key}[${encodeURIComponent(own)}]`, [item]))
    })
    .join('&')
}

function member(key: string, values: readonly unknown[], separator = `&${key}=`): string[] {
  const texts = values
    .filter((value) => value != null)
    .map((value) => {
      if (typeof value === 'object') throw new TypeError(`${key} is nested too deep`)
      return encodeURIComponent(String(value))
    })
  return texts.length > 0 ? [`${key}=${texts.join(separator)}`] : []
}
