/**
 * The query of an operation in OpenAPI's default styles: a list as repeated members, an object as `filter[min]=1`. What is
 * null or undefined is left out. Throws where a value is nested deeper, or is no well-formed text.
 */
export function writeQuery(query: object): string {
  return Object.entries(query)
    .flatMap(([name, value]) => membersOf(encodeURIComponent(name), value))
    .filter(([, value]) => value != null)
    .map(([name, value]) => {
      if (typeof value === 'object') throw new TypeError(`${name} is nested too deep`)
      return `${name}=${encodeURIComponent(String(value))}`
    })
    .join('&')
}

function membersOf(name: string, value: unknown): (readonly [string, unknown])[] {
  if (Array.isArray(value)) return value.map((item) => [name, item])
  if (typeof value !== 'object' || value === null) return [[name, value]]
  return Object.entries(value).map(([key, member]) => [`${name}[${encodeURIComponent(key)}]`, member])
}
