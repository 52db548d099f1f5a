import { type Schema, Validator } from '@cfworker/json-schema'
import type { RJSFSchema, ValidatorType } from '@rjsf/utils'

/**
 * What the form needs to tell which of several schemas a value is of. It uses no `eval`, unlike the usual one, so that a
 * strict Content Security Policy holds. What is wrong with the inputs is said by `validateInputs` of the client.
 */
export const validator: ValidatorType<unknown, RJSFSchema> = {
  isValid: (schema, value, root) => {
    if (typeof schema === 'boolean') return schema
    const whole = { ...schema, ...(root.$defs !== undefined && { $defs: root.$defs }) } as Schema
    try {
      return new Validator(whole, '2020-12').validate(value).valid
    } catch {
      return false // a schema that refers to what is not there
    }
  },
  validateFormData: () => ({ errors: [], errorSchema: {} }),
  rawValidation: () => ({ errors: [] })
}
