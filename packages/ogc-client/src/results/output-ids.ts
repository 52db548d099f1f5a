import { nameless } from './context.ts'

/** Gives names away, no two alike: the second of a name is `name.2`, so that no output is lost. */
export class UniqueNames {
  /** How often each name was given. */
  readonly #given = new Map<string, number>()

  get given(): ReadonlySet<string> {
    return new Set(this.#given.keys())
  }

  get size(): number {
    return this.#given.size
  }

  of(name: string): string {
    const count = (this.#given.get(name) ?? 0) + 1
    this.#given.set(name, count)
    return count === 1 ? name : this.of(`${name}.${count}`)
  }
}

/**
 * Names for outputs in the order of the answer. One without a name is the next output of the process that is missing; so
 * is one with a foreign name where there are as many as the process has, since the wire lost their names then (pygeoapi,
 * ZOO-Project).
 */
export function nameOutputs(names: readonly (string | undefined)[], ids: readonly string[]): string[] {
  const given = new Set(names)
  const free = ids.filter((id) => !given.has(id))
  const own = new Set(ids)
  const isWhole = names.length === ids.length
  const unique = new UniqueNames()
  return names.map((name) => {
    const isOwn = name !== undefined && own.delete(name)
    const missing = name === undefined || (isWhole && !isOwn) ? free.shift() : undefined
    return unique.of(missing ?? name ?? nameless)
  })
}
