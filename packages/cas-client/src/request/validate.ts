import { invalidArgument } from '@geoclients/client-core'
import { makeCasError } from '../errors/cas-error.ts'

/** Refuses text that is empty or none. */
export function checkText(name: string, value: unknown): void {
  if (value === undefined || (typeof value === 'string' && value.trim() !== '')) return
  throw invalidArgument(makeCasError, name, value, 'a non-empty string')
}

/** Refuses what is none of the names of `choices`. */
export function checkChoice(name: string, value: unknown, choices: Readonly<Record<string, true>>): void {
  const names: readonly unknown[] = Object.keys(choices)
  if (value === undefined || names.includes(value)) return
  throw invalidArgument(makeCasError, name, value, `one of ${names.join(', ')}`)
}

/** Refuses what is no whole number within the bounds. */
export function checkWhole(name: string, value: unknown, least: number, most: number): void {
  if (Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most) return
  const range =
    most === Number.MAX_SAFE_INTEGER ? `a whole number, ${least} or more` : `a whole number from ${least} to ${most}`
  throw invalidArgument(makeCasError, name, value, range)
}
