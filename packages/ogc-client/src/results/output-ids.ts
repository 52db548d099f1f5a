import { nameless } from './context.ts'

/** More outputs than any process has: each costs an object. */
export const mostOutputs = 100_000

/** Gives names away, no two alike: the second of a name is `name.2`, so that no output is lost. */
export class UniqueNames {
  /** How often each name was given. */
  readonly #given = new Map<string, number>()

  has(name: string): boolean {
    return this.#given.has(name)
  }

  get size(): number {
    return this.#given.size
  }

  of(name: string): string {
    for (let unique = name; ; ) {
      const count = (this.#given.get(unique) ?? 0) + 1
      this.#given.set(unique, count)
      if (count === 1) return unique
      unique = `${unique}.${count}`
    }
  }
}

/**
 * Names for outputs in the order of the answer. One without a name is the next output of the process that is missing; so
 * is one with a foreign name where there are as many as the process has, since the wire lost their names then (pygeoapi,
 * ZOO-Project).
 */
export function nameOutputs(names: readonly (string | undefined)[], ids: readonly string[]): string[] {
  const given = new Set(names)
  // Not an array that is shifted: that would move all that is left of it, each time.
  const free = ids.filter((id) => !given.has(id)).values()
  const own = new Set(ids)
  const isWhole = names.length === ids.length
  const unique = new UniqueNames()
  return names.map((name) => {
    const isOwn = name !== undefined && own.delete(name)
    const missing = name === undefined || (isWhole && !isOwn) ? free.next().value : undefined
    return unique.of(missing ?? name ?? nameless)
  })
}
