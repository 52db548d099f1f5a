import { type ClientCore, show } from '@geoclients/client-core'
import { type CasError, makeCasError } from '../errors/cas-error.ts'
import type { AttributeResponse, BatchAttributeResponse } from '../generated/types.ts'

/** The outcome of one item of a batch: a response or an error. */
export type Answer =
  | { readonly response: AttributeResponse; readonly error?: undefined }
  | { readonly response?: undefined; readonly error: CasError }

/** A required member that a response lacks, and the value it has instead; undefined if it is complete. */
export function lackOf(response: unknown): { readonly member: string; readonly got: unknown } | undefined {
  if (!isObject(response)) return { member: 'the array "results"', got: response }
  const { results, warnings, elapsed_ms: elapsed } = response
  if (!isPlain(elapsed)) return { member: 'the number "elapsed_ms"', got: elapsed }
  if (!isArrayOf(results, isResult)) return { member: 'the array "results"', got: results }
  return isArrayOf(warnings, isText) ? undefined : { member: 'the array "warnings"', got: warnings }
}

/**
 * The outcome of one response of a batch. A batch has status 200 even if the service could not process one of its geometries.
 */
export function answerOf(response: AttributeResponse): Answer {
  const lack = lackOf(response)
  if (lack) {
    // A text is not quoted, because this error is made without the client's list of secrets.
    const got = typeof lack.got === 'string' ? 'a string' : show(lack.got)
    const message = `the response for this geometry lacks ${lack.member}: got ${got}`
    return { error: makeCasError({ code: 'malformed-body', message }) }
  }
  if (response.geometry_hash !== 'error') return { response }
  const why = response.warnings.join('; ') || 'no reason given'
  const advice = /vert|complex/i.test(why) ? '. Simplify it, or extract its parts separately' : ''
  const message = `the service could not process this geometry: ${why}${advice}`
  return { error: makeCasError({ code: 'geometry-failed', message }) }
}

function isArrayOf(value: unknown, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isItem)
}

function isResult(item: unknown): boolean {
  return isObject(item) && isText(item.dataset_id) && isPlain(item.aggregation)
}

/** Whether a value can be added and printed safely. */
function isPlain(value: unknown): boolean {
  return typeof value !== 'object' || value === null
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

function isText(item: unknown): boolean {
  return typeof item === 'string'
}

/** Maximum length of the quoted warnings of a failed geometry. */
const longestReason = 2_000

/**
 * Shortens and redacts the warnings of failed geometries in a batch, so an error may quote them. Other responses are returned
 * unchanged.
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
