import type { Rule } from '@geoclients/client-core'

export const text: Rule = [(value) => typeof value === 'string' && value.trim() !== '', 'a non-empty string']

export const zeroOrMore: Rule = [(value) => isWhole(value, 0), 'a whole number, 0 or more']
export const oneOrMore: Rule = [(value) => isWhole(value, 1), 'a whole number, 1 or more']
/** The rule for the number of concurrent requests. */
export const concurrencyRule: Rule = [(value) => isWhole(value, 1, 64), 'a whole number from 1 to 64']

/** Whether a value is an integer within limits. */
export function isWhole(value: unknown, least: number, most: number = Number.MAX_SAFE_INTEGER): boolean {
  return Number.isSafeInteger(value) && Number(value) >= least && Number(value) <= most
}

/** One of the names of `choices`. */
export function oneOf<Name extends string>(choices: Readonly<Record<Name, true>>): Rule {
  const names: readonly unknown[] = Object.keys(choices)
  return [(value) => names.includes(value), `one of ${names.join(', ')}`]
}
