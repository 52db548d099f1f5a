import type { JsonSchema } from '@geoclients/ogc-client/schema'
import { type FieldProps, getUiOptions } from '@rjsf/utils'

/** The described schema of the input of one of our fields. */
export function inputOf({ uiSchema }: FieldProps): JsonSchema {
  return (getUiOptions(uiSchema).input ?? {}) as JsonSchema
}
