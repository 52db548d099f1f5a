import type { Feature } from './feature.ts'
import type { AnswerDeviation, Deviation } from './target.ts'

/** What a compatibility page is made from: a contract, and what is known of the servers that it is run against. */
export interface Compatibility {
  /** Of the API: `OGC API - Processes`. */
  readonly title: string
  readonly areas: readonly { readonly title: string; readonly features: readonly Row[] }[]
  /** A column each. */
  readonly servers: readonly Column[]
}

/** A feature, whatever it is run with. */
export type Row = Pick<Feature<never>, 'id' | 'title'>

/** A server's deviations, whatever they are run with. */
export interface Column {
  readonly name: string
  readonly features: Readonly<Record<string, Pick<Deviation<never>, 'support' | 'server' | 'client'>>>
  readonly answers: readonly AnswerDeviation[]
}
