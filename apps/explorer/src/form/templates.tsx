import {
  type ArrayFieldItemTemplateProps,
  type FieldTemplateProps,
  type IconButtonProps,
  type ObjectFieldTemplateProps,
  type TemplatesType,
  titleId
} from '@rjsf/utils'
import type { ReactElement } from 'react'
import { texts } from '../texts/en.ts'

/** A field with its name, description and errors. Fields with their own frame are not changed. */
function FieldTemplate({
  id,
  fieldPathId,
  label,
  children,
  errors,
  rawDescription,
  displayLabel,
  required,
  hidden,
  schema,
  uiSchema
}: FieldTemplateProps): ReactElement {
  if (hidden) return <div hidden>{children}</div>
  if (uiSchema?.['ui:field']) return children
  const isCheckbox = schema.type === 'boolean' && !schema.enum
  const isItem = typeof fieldPathId.path.at(-1) === 'number'
  const unit = numberHint(schema.minimum, schema.maximum)
  return (
    <div className="field">
      {displayLabel && !isCheckbox && (
        <label htmlFor={id} className={isItem ? 'unseen' : undefined}>
          {isItem ? label.replace(/-(\d+)$/, ' $1') : label}
          {required && !isItem && <span className="required">{texts.form.required}</span>}
        </label>
      )}
      {displayLabel && rawDescription && !isCheckbox && <p className="field-description">{rawDescription}</p>}
      {children}
      {unit && displayLabel && <p className="meta">{unit}</p>}
      {errors}
    </div>
  )
}

function numberHint(minimum: number | undefined, maximum: number | undefined): string | undefined {
  if (minimum === undefined && maximum === undefined) return undefined
  return texts.form.range(minimum, maximum)
}

function FieldErrorTemplate({
  errors = []
}: {
  readonly errors?: readonly (string | ReactElement)[]
}): ReactElement | null {
  return errors.length === 0 ? null : <p className="fault">{errors.map(String).join(' ')}</p>
}

function ObjectFieldTemplate({
  fieldPathId,
  title,
  description,
  properties,
  schema
}: ObjectFieldTemplateProps): ReactElement {
  const isTop = fieldPathId.path.length === 0
  const content = properties.map((one) => one.content)
  if (isTop) return <div className="fields">{content}</div>
  const isChoice = (schema.oneOf || schema.anyOf) && properties.length === 0
  if (isChoice) return <div hidden />
  return (
    <fieldset className="own-field" id={fieldPathId.$id}>
      {title && <legend id={titleId(fieldPathId)}>{title}</legend>}
      {description && <p className="field-description">{description}</p>}
      {content}
    </fieldset>
  )
}

function ArrayFieldItemTemplate({
  children,
  buttonsProps,
  hasToolbar,
  itemKey,
  index
}: ArrayFieldItemTemplateProps): ReactElement {
  return (
    <div key={itemKey} className="array-item">
      <div className="array-value">{children}</div>
      {hasToolbar && buttonsProps.hasRemove && (
        <button type="button" className="quiet" onClick={buttonsProps.onRemoveItem} disabled={buttonsProps.disabled}>
          {texts.form.remove}
          <span className="unseen"> {index + 1}</span>
        </button>
      )}
    </div>
  )
}

function AddButton({ onClick, disabled, id }: IconButtonProps): ReactElement {
  return (
    <button type="button" id={id} className="quiet" onClick={onClick} disabled={disabled}>
      {texts.form.add}
    </button>
  )
}

function TitleFieldTemplate({
  id,
  title,
  required
}: {
  readonly id: string
  readonly title: string
  readonly required?: boolean
}): ReactElement {
  return (
    <legend id={id}>
      {title}
      {required && <span className="required">{texts.form.required}</span>}
    </legend>
  )
}

function DescriptionFieldTemplate({
  id,
  description
}: {
  readonly id: string
  readonly description?: string | ReactElement
}): ReactElement | null {
  return description ? (
    <p id={id} className="field-description">
      {description}
    </p>
  ) : null
}

/** The look of the form, with the elements of this page. */
export const templates: Partial<Omit<TemplatesType, 'ButtonTemplates'>> & {
  ButtonTemplates: { AddButton: typeof AddButton }
} = {
  FieldTemplate,
  FieldErrorTemplate,
  ObjectFieldTemplate,
  ArrayFieldItemTemplate,
  TitleFieldTemplate,
  DescriptionFieldTemplate,
  ButtonTemplates: { AddButton }
}
