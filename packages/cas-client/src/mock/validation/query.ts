import type { TemporalType } from '../../generated/types.ts'
import { readChoice } from './fields.ts'
import { createIssues, type Issues } from './issues.ts'
import { readInteger, readNumber } from './numbers.ts'

/** Which page of a list. */
export interface Page {
  readonly limit: number
  readonly offset: number
}

/** Which datasets. */
export interface DatasetFilter extends Page {
  readonly provider: string | undefined
  readonly variable: string | undefined
  readonly temporalType: TemporalType | undefined
  readonly minResolution: number | undefined
  readonly maxResolution: number | undefined
  /** West, south, east, north. */
  readonly bbox: readonly number[] | undefined
}

const PATTERN = /^-?\d+(\.\d+)?,-?\d+(\.\d+)?,-?\d+(\.\d+)?,-?\d+(\.\d+)?$/

const readTemporalType = readChoice<TemporalType>(['static', 'annual', 'monthly', 'daily', 'hourly', 'climatology'])

/** `limit`, 1 to 1000, and `offset`. @throws ServiceFailure 422 */
export function readPage(url: URL): Page {
  const issues = createIssues()
  const page = pageOf(url, issues)
  issues.throwIfAny()
  return page
}

/** The eight filters of the list of datasets. Empty text does not filter. @throws ServiceFailure 422 */
export function readDatasetFilter(url: URL): DatasetFilter {
  const issues = createIssues()
  const text = last(url, 'temporal_type')
  const filter = {
    provider: last(url, 'provider') || undefined,
    variable: last(url, 'variable')?.toLowerCase() || undefined,
    temporalType: text === undefined ? undefined : readTemporalType(text, ['query', 'temporal_type'], issues),
    minResolution: numberOf(url, 'min_resolution', issues),
    maxResolution: numberOf(url, 'max_resolution', issues),
    bbox: bboxOf(url, issues),
    ...pageOf(url, issues)
  }
  issues.throwIfAny()
  return filter
}

function pageOf(url: URL, issues: Issues): Page {
  const limit = readInteger(last(url, 'limit') ?? '100', { least: 1, most: 1000 }, ['query', 'limit'], issues) ?? 0
  const offset = readInteger(last(url, 'offset') ?? '0', { least: 0 }, ['query', 'offset'], issues) ?? 0
  return { limit, offset }
}

function numberOf(url: URL, name: string, issues: Issues): number | undefined {
  const text = last(url, name)
  return text === undefined ? undefined : readNumber(text, {}, ['query', name], issues)
}

function bboxOf(url: URL, issues: Issues): readonly number[] | undefined {
  const text = last(url, 'bbox')
  if (text === undefined) return undefined
  if (PATTERN.test(text)) return text.split(',').map(Number)
  return issues.add('string_pattern_mismatch', ['query', 'bbox'], 'Expected: four decimal numbers', text, {
    pattern: PATTERN.source
  })
}

/** Of a parameter that is there more than once, the last one counts. */
function last(url: URL, name: string): string | undefined {
  return url.searchParams.getAll(name).at(-1)
}
