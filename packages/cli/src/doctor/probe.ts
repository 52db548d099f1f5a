import type { OgcClient, ProcessSummary } from '@geoclients/ogc-client'

/** What was found: `partly` where the answer is not the standard's, but the client makes up for it. */
export interface Finding {
  /** As in the compatibility page, where it has such a feature. */
  readonly feature: string
  readonly verdict: 'yes' | 'partly' | 'no'
  /** What the server does instead. */
  readonly instead?: string
  /** What the client makes of it. */
  readonly client?: string
  /** The standard asks for it of every server: without it the server fails the examination. */
  readonly isRequired?: boolean
}

/** An answer, read. */
export interface Answer {
  readonly status: number
  readonly headers: Headers
  /** The body, where it is JSON by its label and in truth. */
  readonly json: unknown
  readonly milliseconds: number
}

export interface Ask {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** What a probe works with. */
export interface Patient {
  readonly ogc: OgcClient
  readonly signal: AbortSignal
  readonly classes: readonly string[]
  readonly processes: readonly ProcessSummary[]
  /** Sends one request, whatever its answer; the path begins behind the base address. */
  ask(path: string, options?: Ask): Promise<Answer>
}

export type Probe = (patient: Patient) => Promise<readonly Finding[]>

export const yes = (feature: string): Finding => ({ feature, verdict: 'yes' })

export const partly = (feature: string, instead: string, client: string): Finding => ({
  feature,
  verdict: 'partly',
  instead,
  client
})

export const no = (feature: string, instead: string, client: string): Finding => ({
  feature,
  verdict: 'no',
  instead,
  client
})

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The relations of the links in a document. */
export function relationsOf(document: unknown): string[] {
  const links = isObject(document) && Array.isArray(document.links) ? document.links : []
  return links.flatMap((link: unknown) => (isObject(link) && typeof link.rel === 'string' ? [link.rel] : []))
}
