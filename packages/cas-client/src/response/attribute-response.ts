import { show } from '@geoclients/client-core'
import { type CasError, makeCasError } from '../errors/cas-error.ts'
import type { AttributeResponse } from '../generated/types.ts'

/** What came of one item of a batch: the service's answer, or why there is none. */
export type Answer =
  | { readonly response: AttributeResponse; readonly error?: undefined }
  | { readonly response?: undefined; readonly error: CasError }

/** What a response lacks that everybody reads, and what is there instead; undefined where it lacks nothing. */
export function lackOf(response: unknown): { readonly array: string; readonly got: unknown } | undefined {
  if (!isObject(response)) return { array: 'results', got: response }
  const { results, warnings } = response
  if (!isArrayOf(results, isResult)) return { array: 'results', got: results }
  return isArrayOf(warnings, isText) ? undefined : { array: 'warnings', got: warnings }
}

/**
 * What one response of a batch is, whatever the others are: a batch is answered with 200 even where the service could do
 * nothing with one of its geometries.
 */
export function answerOf(response: AttributeResponse): Answer {
  const lack = lackOf(response)
  if (lack) {
    const message = `the service answered for this geometry without the array "${lack.array}": got ${show(lack.got)}`
    return { error: makeCasError({ code: 'malformed-body', message }) }
  }
  if (response.geometry_hash !== 'error') return { response }
  const why = response.warnings.join('; ') || 'it does not say why'
  const advice = /vert|complex/i.test(why) ? ': simplify it, or ask for its parts' : ''
  const message = `the service could not work with this geometry: ${why}${advice}`
  return { error: makeCasError({ code: 'geometry-failed', message }) }
}

function isArrayOf(value: unknown, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isItem)
}

function isResult(item: unknown): boolean {
  return isObject(item) && isText(item.dataset_id)
}

function isText(item: unknown): boolean {
  return typeof item === 'string'
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
