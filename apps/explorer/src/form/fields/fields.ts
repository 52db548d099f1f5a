import type { RegistryFieldsType } from '@rjsf/utils'
import { BoxField } from './box-field.tsx'
import { FileField } from './file-field.tsx'
import { GeometryField } from './geometry-field.tsx'
import { JsonField } from './json-field.tsx'

/** Our own form fields by name. */
export const fields: RegistryFieldsType = { BoxField, FileField, GeometryField, JsonField }
