/** A deeply frozen copy of the named settings: those that a client may show. */
export function publicConfig<O extends object, K extends keyof O>(
  options: O,
  keys: readonly K[],
  baseUrl: string
): Readonly<Pick<O, K> & { baseUrl: string }> {
  const given = keys.flatMap((key) => {
    const value = options[key]
    return value === undefined ? [] : [[key, frozen(value)] as const]
  })
  return Object.freeze({ ...(Object.fromEntries(given) as Pick<O, K>), baseUrl })
}

function frozen(value: unknown): unknown {
  if (Array.isArray(value)) return Object.freeze([...value])
  return typeof value === 'object' ? Object.freeze({ ...value }) : value
}
