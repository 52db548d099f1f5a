/** How a language writes what differs from JSON. */
export interface Words {
  readonly key: (name: string) => string
  readonly text: (text: string) => string
  readonly word: (value: boolean | null) => string
}

const longestLine = 80

/** A JSON value as a literal of a language; what fits in a line stands in one. */
export function written(value: unknown, words: Words, indent: string): string {
  if (value === null || typeof value === 'boolean') return words.word(value)
  if (typeof value === 'string') return words.text(value)
  if (typeof value !== 'object') return String(value)
  const inner = `${indent}  `
  const items = Array.isArray(value)
    ? value.map((item) => written(item, words, inner))
    : Object.entries(value)
        .filter(([, item]) => item !== undefined)
        .map(([key, item]) => `${words.key(key)}: ${written(item, words, inner)}`)
  const [open, close, space] = Array.isArray(value) ? ['[', ']', ''] : ['{', '}', ' ']
  if (items.length === 0) return `${open}${close}`
  const line = `${open}${space}${items.join(', ')}${space}${close}`
  if (line.length + indent.length <= longestLine && !line.includes('\n')) return line
  return `${open}\n${items.map((item) => inner + item).join(',\n')}\n${indent}${close}`
}
