import { type CasError, makeCasError } from '../errors/cas-error.ts'
import type { AttributeResponse } from '../generated/types.ts'
import type { Answer } from '../response/attribute-response.ts'
import type { Batch, Item } from './batch.ts'
import { joined } from './dataset-groups.ts'

/** The outcome of one item of the source. `index` is its position there, `input` the item itself. */
export type ExtractRow<G> =
  | { readonly ok: true; readonly index: number; readonly input: G; readonly response: AttributeResponse }
  | { readonly ok: false; readonly index: number; readonly input: G; readonly error: CasError }

/** Makes the rows of a batch from the responses of each group of datasets. */
export function rowsOf<G>(batch: Batch<G>, parts: readonly (readonly Answer[])[]): ExtractRow<G>[] {
  let at = 0
  return batch.map((item) => rowOf(item, item.geometry ? oneOf(parts, at++) : { error: item.fault }))
}

/** The error if a batch response does not have one response for each geometry. */
export function notOneEach(asked: number, got: number): CasError {
  const message = `the service returned ${got} responses for a batch of ${asked} geometries`
  return makeCasError({ code: 'malformed-body', message })
}

/** Joins the responses of all groups of datasets for one item. If one is an error, the result is that error. */
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
