import { show } from '@geoclients/client-core'
import { type CasError, makeCasError } from '../errors/cas-error.ts'

/** What a response lacks that everybody reads, and what is there instead; undefined where it lacks nothing. */
export function lackOf(response: unknown): { readonly array: string; readonly got: unknown } | undefined {
  if (!isObject(response)) return { array: 'results', got: response }
  const { results, warnings } = response
  if (!isArrayOf(results, isResult)) return { array: 'results', got: results }
  return isArrayOf(warnings, isText) ? undefined : { array: 'warnings', got: warnings }
}

/** The error of one response of a batch; the other ones may be right. */
export function responseFault(response: unknown): CasError | undefined {
  const lack = lackOf(response)
  if (lack === undefined) return undefined
  const message = `the service answered for this geometry without the array "${lack.array}": got ${show(lack.got)}`
  return makeCasError({ code: 'malformed-body', message })
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
