import { type Schema, Validator } from '@cfworker/json-schema'
import type { RJSFSchema, ValidatorType } from '@rjsf/utils'

/**
 * Tells the form which of several schemas a value matches. Unlike the library's validator, it does not use `eval`, so it works
 * with a strict Content Security Policy. The client's `validateInputs` reports the errors.
 */
export const validator: ValidatorType<unknown, RJSFSchema> = {
  isValid: (schema, value, root) => {
    if (typeof schema === 'boolean') return schema
    const whole = { ...schema, ...(root.$defs !== undefined && { $defs: root.$defs }) } as Schema
    try {
      return new Validator(whole, '2020-12').validate(value).valid
    } catch {
      return false // a schema with a dangling reference
    }
  },
  validateFormData: () => ({ errors: [], errorSchema: {} }),
  rawValidation: () => ({ errors: [] })
}
