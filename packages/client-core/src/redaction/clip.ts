/** Limits for quoted server responses: depth, number of members, number of characters. */
const maxDepth = 20
const maxMembers = 2_000
const maxTexts = 256 * 1024
const maxText = 64 * 1024

/**
 * A copy of what an error quotes from a response, limited in size. `show` is applied to its texts and names. Values that
 * are neither texts nor plain objects or arrays stay the same.
 */
export function clip(value: unknown, show: (text: string) => string): unknown {
  let members = maxMembers
  let room = maxTexts
  const text = (given: string): string => {
    // The original length counts, because searching for secrets takes time even if the result is short.
    if (room <= 0) return ''
    const shown = show(given).slice(0, Math.min(maxText, room))
    room -= Math.min(given.length, maxText)
    return shown
  }
  const copy = (given: unknown, depth: number): unknown => {
    if (typeof given === 'string') return text(given)
    if (typeof given !== 'object' || given === null || !isPlain(given)) return given
    if (depth > maxDepth) return undefined
    if (Array.isArray(given)) return given.slice(0, Math.max(0, members)).map((item) => member(item, depth))
    const own: [string, unknown][] = []
    for (const key of Object.keys(given)) {
      if (members <= 0 || room <= 0) break
      own.push([text(key), member((given as Record<string, unknown>)[key], depth)])
    }
    return Object.fromEntries(own)
  }
  const member = (given: unknown, depth: number): unknown => {
    members--
    return copy(given, depth + 1)
  }
  return copy(value, 0)
}

/** Whether a value is a plain object or array. */
export function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value)
  return Array.isArray(value) || prototype === Object.prototype || prototype === null
}
