import type { ValidatorType } from '@rjsf/utils'
import { type CustomValidatorOptionsType, customizeValidator } from '@rjsf/validator-ajv8'
import { Ajv2020 } from 'ajv/dist/2020.js'

// The type requires ajv's class for draft 7, but any class that validates will do. The schemas use JSON Schema 2020-12.
const AjvClass = Ajv2020 as unknown as NonNullable<CustomValidatorOptionsType['AjvClass']>

/** Checks the form's values. */
export const validator: ValidatorType = customizeValidator({ AjvClass })
