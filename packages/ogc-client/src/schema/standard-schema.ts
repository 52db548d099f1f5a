import type { ProcessDescription } from '../generated/types.ts'
import type { SchemaOptions } from './input-schema.ts'
import { tokensOf } from './pointer.ts'
import { validateInputs } from './validate-inputs.ts'

/** An issue of Standard Schema 1 (https://standardschema.dev). */
interface StandardIssue {
  readonly message: string
  readonly path: readonly string[]
}

/** The part of Standard Schema 1 that forms and routers read; `I` are the inputs. */
export interface InputsStandardSchema<I extends object = Record<string, unknown>> {
  readonly '~standard': {
    readonly version: 1
    readonly vendor: 'geoclients'
    readonly validate: (value: unknown) => { readonly value: I } | { readonly issues: readonly StandardIssue[] }
    readonly types?: { readonly input: I; readonly output: I } | undefined
  }
}

/**
 * The inputs of a process as a Standard Schema, for forms and routers that accept one. Values are not changed, because
 * the server fills in defaults.
 *
 * @example
 * const schema = inputsStandardSchema(await ogc.getProcess('primes_between'))
 * const checked = schema['~standard'].validate({ min_val: 'a' })
 * if ('issues' in checked) console.log(checked.issues[0]?.path) // ['min_val']
 */
export function inputsStandardSchema<I extends object = Record<string, unknown>>(
  description: ProcessDescription,
  options: SchemaOptions = {}
): InputsStandardSchema<I> {
  return {
    '~standard': {
      version: 1,
      vendor: 'geoclients',
      validate: (value) => {
        const issues = validateInputs(description, value, options)
        if (issues.length === 0) return { value: value as I }
        return { issues: issues.map(({ pointer, message }) => ({ message, path: tokensOf(pointer) })) }
      }
    }
  }
}
