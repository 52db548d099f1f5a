import type { AttributeResult } from '../../generated/types.ts'

const GOOD_COVERAGE = 0.8
const LEAST_COVERAGE = 0.3
const MAX_DIFFERENCE = 0.3

/** A result with its quality as the service sees it, and what it says about that. Checking twice is checking once. */
export interface CheckedResult {
  readonly result: AttributeResult
  readonly warnings: readonly string[]
}

export function checkQuality(result: AttributeResult): CheckedResult {
  const { dataset_id: id, coverage_fraction: coverage, value, valid_range: range } = result
  const percent = `${id}: ${Math.round(coverage * 100)} % of the geometry has data`
  if (coverage < LEAST_COVERAGE) {
    return { result: { ...result, quality: 'missing' }, warnings: [`${percent}, less than ${LEAST_COVERAGE * 100} %`] }
  }
  const warnings: string[] = []
  let { quality } = result
  if (coverage < GOOD_COVERAGE) {
    if (quality === 'good') quality = 'partial'
    warnings.push(`${percent}, less than ${GOOD_COVERAGE * 100} %`)
  }
  if (typeof value === 'number' && range !== null && (value < range[0] || value > range[1])) {
    quality = 'suspect'
    warnings.push(`${id}: ${value} is not from ${range[0]} to ${range[1]}`)
  }
  return { result: { ...result, quality }, warnings }
}

/** Warnings where results for the same variable differ by more than 30 % of their mean. */
export function checkConsistency(results: readonly AttributeResult[]): string[] {
  const variables = new Set(results.map(({ variable }) => variable.toLowerCase()))
  return [...variables].flatMap((variable) => {
    const same = results.flatMap(({ dataset_id: id, variable: name, value }) =>
      name.toLowerCase() === variable && typeof value === 'number' ? [{ id, value }] : []
    )
    const mean = same.reduce((sum, { value }) => sum + value, 0) / same.length
    if (same.length < 2 || mean === 0) return []
    return same
      .filter(({ value }) => Math.abs(value - mean) / Math.abs(mean) > MAX_DIFFERENCE)
      .map(({ id, value }) => `${id}: ${value} is far from ${mean}, the mean of all datasets for ${variable}`)
  })
}
