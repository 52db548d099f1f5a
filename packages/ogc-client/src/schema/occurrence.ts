/** How often an input may occur. `maxOccurs` is undefined if there is no limit. */
export interface Occurrence {
  readonly minOccurs: number
  readonly maxOccurs: number | undefined
}

/** Both default to 1 (18-062r2, 7.10). Some servers send the numbers as text. */
export function occurrenceOf(input: { readonly minOccurs?: unknown; readonly maxOccurs?: unknown }): Occurrence {
  const minOccurs = countOf(input.minOccurs) ?? 1
  const isOpen = input.maxOccurs === 'unbounded'
  return { minOccurs, maxOccurs: isOpen ? undefined : Math.max(countOf(input.maxOccurs) ?? 1, minOccurs, 1) }
}

function countOf(value: unknown): number | undefined {
  const count = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value
  return Number.isSafeInteger(count) && (count as number) >= 0 ? (count as number) : undefined
}

/** `2 to 3 values`, `at least 1 value`. */
export function describeOccurrence({ minOccurs, maxOccurs }: Occurrence): string {
  const plural = (maxOccurs ?? minOccurs) === 1 ? 'value' : 'values'
  if (maxOccurs === undefined) return `at least ${minOccurs} ${plural}`
  return minOccurs === maxOccurs ? `${minOccurs} ${plural}` : `${minOccurs} to ${maxOccurs} ${plural}`
}
