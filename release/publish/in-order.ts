interface Needing {
  readonly name: string
  readonly needs: readonly string[]
}

/** Packages so that each follows those that it needs. Throws if some need each other. */
export function inOrder<T extends Needing>(packages: readonly T[]): T[] {
  const waiting = new Map(packages.map((one) => [one.name, one]))
  const ordered: T[] = []
  while (waiting.size > 0) {
    const next = [...waiting.values()].find(({ needs }) => !needs.some((name) => waiting.has(name)))
    if (!next) throw new Error(`these packages need each other: ${[...waiting.keys()].join(', ')}`)
    waiting.delete(next.name)
    ordered.push(next)
  }
  return ordered
}
