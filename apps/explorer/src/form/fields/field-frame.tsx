import type { FieldProps } from '@rjsf/utils'
import type { ReactElement, ReactNode } from 'react'
import { texts } from '../../texts/en.ts'

interface FieldFrameProps {
  readonly field: FieldProps
  readonly children: ReactNode
}

/** The title, description and errors of a field with several controls. */
export function FieldFrame({ field, children }: FieldFrameProps): ReactElement {
  const { fieldPathId, schema, name, required, rawErrors = [] } = field
  return (
    <fieldset className="own-field" id={fieldPathId.$id}>
      <legend>
        {schema.title || name}
        {required && <span className="required">{texts.form.required}</span>}
      </legend>
      {schema.description && <p className="field-description">{schema.description}</p>}
      {children}
      {rawErrors.map((message) => (
        <p key={message} className="fault">
          {message}
        </p>
      ))}
    </fieldset>
  )
}
