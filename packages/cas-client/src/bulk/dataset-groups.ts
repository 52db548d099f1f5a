import type { AttributeResponse } from '../generated/types.ts'

/** Ids in groups of at most `size`, in order. */
export function groupsOf<T>(items: readonly T[], size: number): T[][] {
  const groups: T[][] = []
  for (let at = 0; at < items.length; at += size) groups.push(items.slice(at, at + size))
  return groups
}

/** Joins the responses for one geometry to several groups of datasets. Their times are added. */
export function joined(parts: readonly AttributeResponse[]): AttributeResponse {
  return {
    ...(parts[0] as AttributeResponse),
    results: parts.flatMap(({ results }) => results),
    warnings: parts.flatMap(({ warnings }) => warnings),
    elapsed_ms: parts.reduce((sum, { elapsed_ms }) => sum + elapsed_ms, 0)
  }
}
