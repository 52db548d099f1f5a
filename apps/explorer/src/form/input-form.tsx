import type { ProcessDescription } from '@geoclients/ogc-client'
import { validateInputs } from '@geoclients/ogc-client/schema'
import Form from '@rjsf/core'
import { type ReactElement, type ReactNode, useMemo, useState } from 'react'
import { texts } from '../texts/en.ts'
import { errorsOf } from './errors.ts'
import { fields } from './fields/fields.ts'
import { formSchema } from './form-schema.ts'
import { templates } from './templates.tsx'
import { validator } from './validator.ts'

type Inputs = Readonly<Record<string, unknown>>

interface InputFormProps {
  readonly description: ProcessDescription
  readonly inputs: Inputs
  readonly onChange: (inputs: Inputs) => void
  readonly onRun: (inputs: Inputs) => void
  readonly isBusy: boolean
  /** Shown between the inputs and the button. */
  readonly children?: ReactNode
}

/** The form of a process. It shows errors after the first attempt to run, and sends no invalid inputs. */
export function InputForm({ description, inputs, onChange, onRun, isBusy, children }: InputFormProps): ReactElement {
  const { schema, ui, whole } = useMemo(() => formSchema(description), [description])
  const [wasTried, setWasTried] = useState(false)
  const issues = useMemo(() => validateInputs(description, inputs), [description, inputs])
  const errors = useMemo(() => (wasTried ? errorsOf(issues, whole) : {}), [wasTried, issues, whole])
  const run = (): void => {
    setWasTried(true)
    if (issues.length === 0) onRun(inputs)
  }
  return (
    <Form
      {...{ schema, validator, templates, fields, uiSchema: ui, formData: inputs, extraErrors: errors }}
      idPrefix="input"
      noValidate
      experimental_defaultFormStateBehavior={{
        emptyObjectFields: 'skipEmptyDefaults',
        arrayMinItems: { populate: 'requiredOnly' }
      }}
      noHtml5Validate
      showErrorList={false}
      onChange={({ formData }) => onChange(withoutGaps(formData as Inputs))}
      onSubmit={run}
    >
      {wasTried && issues.length > 0 && (
        <p className="fault" role="alert">
          {texts.form.faults(issues.map(({ pointer, message }) => `${pointer.slice(1)} ${message}`))}
        </p>
      )}
      {Object.keys(schema.properties ?? {}).length === 0 && <p className="meta">{texts.form.noInputs}</p>}
      {children}
      <p className="form-foot">
        <button type="submit" className="primary" disabled={isBusy}>
          {texts.form.run}
        </button>
      </p>
    </Form>
  )
}

/** Removes emptied inputs. */
const withoutGaps = (inputs: Inputs): Inputs =>
  Object.fromEntries(Object.entries(inputs).filter(([, value]) => value !== undefined))
