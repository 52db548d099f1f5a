import type { ValidatorType } from '@rjsf/utils'
import { type CustomValidatorOptionsType, customizeValidator } from '@rjsf/validator-ajv8'
import { Ajv2020 } from 'ajv/dist/2020.js'

// The type wants the class of draft 7, yet any that validates will do: the schemas are of JSON Schema 2020-12.
const AjvClass = Ajv2020 as unknown as NonNullable<CustomValidatorOptionsType['AjvClass']>

/** Checks the form's values. */
export const validator: ValidatorType = customizeValidator({ AjvClass })
