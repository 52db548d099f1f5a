/** A broken promise of the clients. */
export class Violation extends Error {
  override readonly name = 'Violation'
}

/** Throws a {@link Violation} unless `holds`. */
export function claim(holds: boolean, what: () => string): asserts holds {
  if (!holds) throw new Violation(what())
}

/** Claims that two values are the same as JSON. */
export function claimSame(found: unknown, expected: unknown, what: string): void {
  const [a, b] = [found, expected].map((value) => JSON.stringify(value) ?? 'undefined')
  claim(a === b, () => `${what}: ${a?.slice(0, 200)}, expected ${b?.slice(0, 200)}`)
}
