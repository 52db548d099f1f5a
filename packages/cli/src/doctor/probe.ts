import type { OgcClient, ProcessSummary } from '@geoclients/ogc-client'

/** A finding. `partly` means that the response deviates from the standard, but the client can handle it. */
export interface Finding {
  /** The title, as in the compatibility page if it has this feature. */
  readonly feature: string
  readonly verdict: 'yes' | 'partly' | 'no'
  /** What the server does instead. */
  readonly instead?: string
  /** What the client makes of it. */
  readonly client?: string
  /** Whether the standard requires it of every server. Without it, the examination fails. */
  readonly isRequired?: boolean
}

/** An answer, read. */
export interface Answer {
  readonly status: number
  readonly headers: Headers
  /** The parsed body, if it is JSON and labelled as JSON. */
  readonly json: unknown
  readonly milliseconds: number
}

export interface Ask {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** The context of a probe. */
export interface Patient {
  readonly ogc: OgcClient
  readonly signal: AbortSignal
  readonly classes: readonly string[]
  readonly processes: readonly ProcessSummary[]
  /** Sends one request. The path is relative to the base URL. */
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
