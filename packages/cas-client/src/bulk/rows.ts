import { type CasError, isCasError, makeCasError } from '../errors/cas-error.ts'
import type { AttributeResponse, BatchAttributeResponse } from '../generated/types.ts'
import { responseFault } from '../response/attribute-response.ts'
import type { Batch, Item } from './batch.ts'
import { joined } from './dataset-groups.ts'
import type { Answer } from './recovery/recover.ts'

/** What became of one item of the source; `index` is its place there, `input` the item itself. */
export type ExtractRow<G> =
  | { readonly ok: true; readonly index: number; readonly input: G; readonly response: AttributeResponse }
  | { readonly ok: false; readonly index: number; readonly input: G; readonly error: CasError }

/** The rows of a batch, from what each group of datasets gave for those items that were sent. */
export function rowsOf<G>(batch: Batch<G>, parts: readonly (readonly Answer[])[]): ExtractRow<G>[] {
  let at = 0
  return batch.map((item) => rowOf(item, item.geometry ? oneOf(parts, at++) : item.fault))
}

/** The answers of a batch, one a geometry; anything else could not be told apart. */
export function responsesTo(asked: number, { responses }: BatchAttributeResponse): readonly AttributeResponse[] {
  const got = responses.length
  if (asked === got) return responses
  const message = `the service answered a batch of ${asked} geometries with ${got} responses`
  throw makeCasError({ code: 'malformed-body', message })
}

/** What one item is answered by all groups of datasets; an error of one is an error of all. */
function oneOf(parts: readonly (readonly Answer[])[], at: number): Answer {
  const answers = parts.map((part) => part[at] as Answer)
  const fault = answers.map(faultOf).find((error) => error !== undefined)
  return fault ?? joined(answers as [AttributeResponse, ...AttributeResponse[]])
}

/** A batch is answered with 200 even where the service could do nothing with one of its geometries. */
function faultOf(answer: Answer): CasError | undefined {
  if (isCasError(answer)) return answer
  const fault = responseFault(answer)
  if (fault || answer.geometry_hash !== 'error') return fault
  const why = answer.warnings.join('; ') || 'it does not say why'
  const advice = /vert|complex/i.test(why) ? ': simplify it, or ask for its parts' : ''
  return makeCasError({
    code: 'geometry-failed',
    message: `the service could not work with this geometry: ${why}${advice}`
  })
}

function rowOf<G>({ index, input }: Item<G>, answer: Answer): ExtractRow<G> {
  return isCasError(answer) ? { ok: false, index, input, error: answer } : { ok: true, index, input, response: answer }
}
