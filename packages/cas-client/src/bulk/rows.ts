import { type CasError, makeCasError } from '../errors/cas-error.ts'
import type { AttributeResponse } from '../generated/types.ts'
import type { Answer } from '../response/attribute-response.ts'
import type { Batch, Item } from './batch.ts'
import { joined } from './dataset-groups.ts'

/** What became of one item of the source; `index` is its place there, `input` the item itself. */
export type ExtractRow<G> =
  | { readonly ok: true; readonly index: number; readonly input: G; readonly response: AttributeResponse }
  | { readonly ok: false; readonly index: number; readonly input: G; readonly error: CasError }

/** The rows of a batch, from what each group of datasets gave for those items that were sent. */
export function rowsOf<G>(batch: Batch<G>, parts: readonly (readonly Answer[])[]): ExtractRow<G>[] {
  let at = 0
  return batch.map((item) => rowOf(item, item.geometry ? oneOf(parts, at++) : { error: item.fault }))
}

/** The error of an answer that could not be told apart, since it has not one response a geometry. */
export function notOneEach(asked: number, got: number): CasError {
  const message = `the service answered a batch of ${asked} geometries with ${got} responses`
  return makeCasError({ code: 'malformed-body', message })
}

/** What one item is answered by all groups of datasets; an error of one is an error of all. */
function oneOf(parts: readonly (readonly Answer[])[], at: number): Answer {
  const answers = parts.map((part) => part[at] as Answer)
  const [first] = answers
  if (first && answers.length === 1) return first
  const failed = answers.find(({ error }) => error)
  return failed ?? { response: joined(answers.flatMap(({ response }) => response ?? [])) }
}

function rowOf<G>({ index, input }: Item<G>, { response, error }: Answer): ExtractRow<G> {
  return error ? { ok: false, index, input, error } : { ok: true, index, input, response }
}
