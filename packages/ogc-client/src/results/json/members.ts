import { isJson, malformed } from '@geoclients/client-core'
import { type NamedOutput, nameless, type ResultsSource } from '../context.ts'
import { mostOutputs } from '../output-ids.ts'
import { readValue } from './value.ts'

/** A document whose form tells what its outputs are. */
export interface Document {
  readonly body: unknown
  /** The ids of the outputs; empty if unknown. */
  readonly ids: readonly string[]
  readonly type: string | undefined
  readonly source: ResultsSource
  /** Whether it was unwrapped from a pygeoapi list, so it cannot be such a list itself. */
  readonly isWrapped: boolean
}

/** What is the value of the only output. */
export function onlyOutput({ body, ids, type, source }: Document): NamedOutput[] {
  const id = ids.length === 1 ? (ids[0] as string) : nameless
  return [[id, readValue(body, source, { mediaType: isJson(type) ? type : undefined })]]
}

export function readAll(pairs: readonly [string, unknown][], source: ResultsSource, isMember: boolean): NamedOutput[] {
  checkCount(pairs, source)
  return pairs.map(([id, value]) => [id, readValue(value, source, { isMember })])
}

export function checkCount({ length }: readonly unknown[], source: ResultsSource): void {
  if (length > mostOutputs) throw malformed(source, `at most ${mostOutputs} outputs`, length)
}
