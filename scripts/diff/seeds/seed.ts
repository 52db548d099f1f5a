import type { Rating } from '../rating.ts'

// biome-ignore lint/suspicious/noExplicitAny: a test writes into a document whose form it knows
export type Document = any

/** A change seeded into atlas.yaml, and how it must be reported. */
export interface Seed {
  readonly name: string
  readonly edit: (atlas: Document) => void
  /** `[rating, subject, text]`, in the order of the report. */
  readonly expected: readonly (readonly [Rating, string, string])[]
}

/** Gives a member of a map another name; references to it are left. */
export function rename(map: Document, from: string, to: string): void {
  map[to] = map[from]
  delete map[from]
}
