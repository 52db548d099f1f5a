import type { ErrorFactory } from '../errors/client-error.ts'
import { suggestName } from '../utils/did-you-mean.ts'
import { hasMembers, invalidArgument, show } from './arguments.ts'

/** A rule for a value that is not undefined: a test, and its description for errors. */
export type Rule = readonly [isMet: (value: unknown) => boolean, expected: string]

/** The allowed members of an object, by name; `true` if a member is checked elsewhere. */
export type Rules<Name extends string = string> = Readonly<Record<Name, Rule | true>>

export const isFunction = (value: unknown): boolean => typeof value === 'function'

export const flag: Rule = [(value) => typeof value === 'boolean', 'true or false']

/** Durations are positive and finite, so every wait has a limit. */
export const duration: Rule = [(value) => isPositive(value), 'a positive, finite number of milliseconds']

export function isPositive(value: unknown): boolean {
  return typeof value === 'number' && value > 0 && value < Number.POSITIVE_INFINITY
}

/** Refuses a value that violates its rule. */
export function check(name: string, value: unknown, [isMet, expected]: Rule, make: ErrorFactory): void {
  if (value !== undefined && !isMet(value)) throw invalidArgument(make, name, value, expected)
}

/** Refuses non-objects, unknown members and values that violate their rules. `path` is the prefix of the members. */
export function checkMembers(
  name: string,
  value: unknown,
  rules: Rules,
  make: ErrorFactory,
  expected = 'an object',
  path = ''
): void {
  if (!hasMembers(value)) throw invalidArgument(make, name, value, expected)
  checkNames(name, value, Object.keys(rules), make)
  for (const [key, rule] of Object.entries(rules))
    if (rule !== true) check(path + key, Reflect.get(value, key), rule, make)
}

/** Refuses unknown names, so a misspelt setting is not lost silently. Values are not shown. */
export function checkNames(name: string, value: object, known: readonly string[], make: ErrorFactory): void {
  for (const [key, given] of Object.entries(value)) {
    if (given === undefined || known.includes(key)) continue
    const message = `${name} has an unknown member ${show(key)}: ${suggestName(key, known)}`
    throw make({ code: 'invalid-argument', message })
  }
}
