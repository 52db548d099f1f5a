import type { FieldProps } from '@rjsf/utils'
import type { ReactElement } from 'react'
import { texts } from '../../texts/en.ts'
import { FieldFrame } from './field-frame.tsx'
import { JsonText } from './json-text.tsx'

/** Any JSON, for values without a useful schema. */
export function JsonField(field: FieldProps): ReactElement {
  const { formData, onChange, fieldPathId } = field
  return (
    <FieldFrame field={field}>
      <JsonText
        id={`${fieldPathId.$id}-json`}
        label={texts.form.json}
        value={formData}
        onChange={(value) => onChange(value, fieldPathId.path)}
      />
    </FieldFrame>
  )
}
