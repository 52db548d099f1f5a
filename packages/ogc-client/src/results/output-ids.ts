import { nameless } from './context.ts'

/** More outputs than any process has. The limit saves memory. */
export const mostOutputs = 100_000

/** Makes names unique: the second of a name becomes `name.2`, so no output is lost. */
export class UniqueNames {
  /** How often each name was used. */
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
 * Ids for outputs in the order of the response. An output without a name is the next described output that is missing. This
 * also applies to unknown names if the number of outputs is right, because some servers use other names (pygeoapi,
 * ZOO-Project).
 */
export function nameOutputs(names: readonly (string | undefined)[], ids: readonly string[]): string[] {
  const given = new Set(names)
  // An iterator, because `shift` on an array would move the whole rest each time.
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
