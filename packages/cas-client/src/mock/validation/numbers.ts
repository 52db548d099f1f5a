import type { JsonValue } from '../../types/json.ts'
import type { Issues, Location } from './issues.ts'

const INTEGER = /^\s*[+-]?\d+(\.0*)?\s*$/
const NUMBER = /^\s*[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?\s*$/i

export interface Bounds {
  readonly least?: number
  readonly most?: number
  /** A bound that is not allowed itself. */
  readonly above?: number
}

/** A whole number from text. */
export function readInteger(text: string, bounds: Bounds, at: Location, issues: Issues): number | undefined {
  if (!INTEGER.test(text)) return issues.add('int_parsing', at, 'Expected: a whole number', text)
  return within(Number(text), bounds, text, at, issues)
}

/** A number, or text that holds one. */
export function readNumber(value: JsonValue, bounds: Bounds, at: Location, issues: Issues): number | undefined {
  if (typeof value === 'number') return within(value, bounds, value, at, issues)
  if (typeof value !== 'string') return issues.add('float_type', at, 'Expected: a number', value)
  if (!NUMBER.test(value)) return issues.add('float_parsing', at, 'Expected: a number', value)
  return within(Number(value), bounds, value, at, issues)
}

function within(
  value: number,
  { least: ge, most: le, above: gt }: Bounds,
  input: JsonValue,
  at: Location,
  issues: Issues
): number | undefined {
  if (ge !== undefined && value < ge) {
    return issues.add('greater_than_equal', at, `Expected: ${ge} or more`, input, { ge })
  }
  if (le !== undefined && value > le) {
    return issues.add('less_than_equal', at, `Expected: ${le} or less`, input, { le })
  }
  if (gt !== undefined && value <= gt) {
    return issues.add('greater_than', at, `Expected: more than ${gt}`, input, { gt })
  }
  return value
}
