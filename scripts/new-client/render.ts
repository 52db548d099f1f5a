import { Failure } from '../command/failure.ts'

/** What stands for `$name` in a template, what `if name` asks, and what `each name` goes through. */
export interface Values {
  readonly [name: string]: string | boolean | readonly Values[]
}

const directive = /^\s*(?:\* )?(?:\/\/|<!--) (?:(each|if) (\w+)|(end))(?: -->)?$/

/**
 * A template with its placeholders filled in. A directive is a comment on a line of its own: `// each operation` and `// if query`
 * keep the lines up to their `// end` once for each of a list, or if something is so. Throws a {@link Failure} for a name that has
 * no value, and for a directive without an end.
 */
export function render(template: string, values: Values, name: string): string {
  const lines = template.split('\n')
  const { text, next } = block(lines, 0, values, name)
  if (next < lines.length) throw new Failure(`${name}:${next + 1} has an end of nothing`)
  return text.join('\n')
}

function block(lines: readonly string[], from: number, values: Values, name: string): { text: string[]; next: number } {
  const text: string[] = []
  let at = from
  while (at < lines.length) {
    const line = lines[at] ?? ''
    const [isDirective, _kind = '', of = '', isEnd] = directive.exec(line) ?? []
    if (isEnd) break
    if (!isDirective) {
      text.push(fill(line, values, `${name}:${at + 1}`))
      at += 1
      continue
    }
    const value = values[of]
    if (value === undefined) throw new Failure(`${name}:${at + 1} asks for ${of}, which has no value`)
    const inner = Array.isArray(value) ? value : value ? [{}] : []
    // What is left out must end somewhere, too.
    const next = endOf(lines, at, name)
    for (const own of inner) text.push(...block(lines.slice(0, next), at + 1, { ...values, ...own }, name).text)
    at = next + 1
  }
  return { text, next: at }
}

function endOf(lines: readonly string[], start: number, name: string): number {
  let depth = 0
  for (let at = start; at < lines.length; at++) {
    const [isDirective, , , isEnd] = directive.exec(lines[at] ?? '') ?? []
    if (isDirective) depth += isEnd ? -1 : 1
    if (isDirective && depth === 0) return at
  }
  throw new Failure(`${name}:${start + 1} has no end`)
}

/** A text, or the name of a file, with its placeholders filled in: the longest name that has a value counts. */
export function fill(text: string, values: Values, place: string): string {
  const names = Object.keys(values).sort((a, b) => b.length - a.length)
  return text.replace(/\$([A-Za-z]\w*)/g, (all, word: string) => {
    const name = names.find((one) => word.startsWith(one))
    const value = name === undefined ? undefined : values[name]
    if (name === undefined || typeof value !== 'string') throw new Failure(`${place} has ${all}, which has no value`)
    return value + word.slice(name.length)
  })
}
