/** How deep, how many members and how many characters of a server's words are kept. */
const maxDepth = 20
const maxMembers = 2_000
const maxTexts = 256 * 1024
const maxText = 64 * 1024

/**
 * A copy of what an error tells of an answer, with its texts and names shown by `show`: bounded, however long the answer
 * is. What is neither text nor a plain object or list is the same.
 */
export function clip(value: unknown, show: (text: string) => string): unknown {
  let members = maxMembers
  let room = maxTexts
  const text = (given: string): string => {
    // What is looked at counts, not what is left of it: hiding secrets takes time, also where nothing remains.
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

/** Whether a value has nothing but its own members: no class, no insides. */
export function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value)
  return Array.isArray(value) || prototype === Object.prototype || prototype === null
}
