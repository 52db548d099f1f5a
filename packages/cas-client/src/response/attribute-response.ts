import { type ClientCore, show } from '@geoclients/client-core'
import { type CasError, makeCasError } from '../errors/cas-error.ts'
import type { AttributeResponse, BatchAttributeResponse } from '../generated/types.ts'

/** What came of one item of a batch: the service's answer, or why there is none. */
export type Answer =
  | { readonly response: AttributeResponse; readonly error?: undefined }
  | { readonly response?: undefined; readonly error: CasError }

/** What a response lacks that everybody reads, and what is there instead; undefined where it lacks nothing. */
export function lackOf(response: unknown): { readonly member: string; readonly got: unknown } | undefined {
  if (!isObject(response)) return { member: 'the array "results"', got: response }
  const { results, warnings, elapsed_ms: elapsed } = response
  if (!isPlain(elapsed)) return { member: 'the number "elapsed_ms"', got: elapsed }
  if (!isArrayOf(results, isResult)) return { member: 'the array "results"', got: results }
  return isArrayOf(warnings, isText) ? undefined : { member: 'the array "warnings"', got: warnings }
}

/**
 * What one response of a batch is, whatever the others are: a batch is answered with 200 even where the service could do
 * nothing with one of its geometries.
 */
export function answerOf(response: AttributeResponse): Answer {
  const lack = lackOf(response)
  if (lack) {
    // Not its words: this error is made without the client, which knows what the service may quote.
    const got = typeof lack.got === 'string' ? 'a text' : show(lack.got)
    const message = `the service answered for this geometry without ${lack.member}: got ${got}`
    return { error: makeCasError({ code: 'malformed-body', message }) }
  }
  if (response.geometry_hash !== 'error') return { response }
  const why = response.warnings.join('; ') || 'it does not say why'
  const advice = /vert|complex/i.test(why) ? ': simplify it, or ask for its parts' : ''
  const message = `the service could not process this geometry: ${why}${advice}`
  return { error: makeCasError({ code: 'geometry-failed', message }) }
}

function isArrayOf(value: unknown, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isItem)
}

function isResult(item: unknown): boolean {
  return isObject(item) && isText(item.dataset_id) && isPlain(item.aggregation)
}

/** What can be added up and written: an object may refuse to be either. */
function isPlain(value: unknown): boolean {
  return typeof value !== 'object' || value === null
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

function isText(item: unknown): boolean {
  return typeof item === 'string'
}

/** What an error quotes of the warnings of a geometry that failed. */
const longestReason = 2_000

/**
 * A batch whose failed geometries say why in words that an error may quote: short, and without what the client sent. All
 * other responses are handed out as they came.
 */
export function withSafeWarnings(
  batch: BatchAttributeResponse,
  { redact }: Pick<ClientCore<unknown>, 'redact'>
): BatchAttributeResponse {
  const isFailed = (response: unknown): boolean => isObject(response) && response.geometry_hash === 'error'
  if (!batch.responses.some(isFailed)) return batch
  const responses = batch.responses.map((response) => {
    if (!isFailed(response) || !isArrayOf(response.warnings, isText) || response.warnings.length === 0) return response
    const words = redact(response.warnings.slice(0, 100).join('; '))
    return { ...response, warnings: [words.length > longestReason ? `${words.slice(0, longestReason)}...` : words] }
  })
  return { ...batch, responses }
}
