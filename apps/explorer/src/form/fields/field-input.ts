import type { JsonSchema } from '@geoclients/ogc-client/schema'
import { type FieldProps, getUiOptions } from '@rjsf/utils'

/** The schema of the input that a field of ours is for, as the server describes it. */
export function inputOf({ uiSchema }: FieldProps): JsonSchema {
  return (getUiOptions(uiSchema).input ?? {}) as JsonSchema
}
