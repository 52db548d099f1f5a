import type { Feature } from './feature.ts'
import type { AnswerDeviation, Deviation } from './target.ts'

/** The input of a compatibility page: a contract, and the known deviations of its servers. */
export interface Compatibility {
  /** Title of the API: `OGC API - Processes`. */
  readonly title: string
  readonly areas: readonly { readonly title: string; readonly features: readonly Row[] }[]
  /** The columns. */
  readonly servers: readonly Column[]
}

/** A feature without its test. */
export type Row = Pick<Feature<never>, 'id' | 'title'>

/** A server's deviations without their tests. */
export interface Column {
  readonly name: string
  readonly features: Readonly<Record<string, Pick<Deviation<never>, 'support' | 'server' | 'client'>>>
  readonly answers: readonly AnswerDeviation[]
}
