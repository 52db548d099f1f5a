import type { RegistryFieldsType } from '@rjsf/utils'
import { BoxField } from './box-field.tsx'
import { FileField } from './file-field.tsx'
import { GeometryField } from './geometry-field.tsx'
import { JsonField } from './json-field.tsx'

/** The fields of the form that are ours, by the names that a form's schema uses. */
export const fields: RegistryFieldsType = { BoxField, FileField, GeometryField, JsonField }
