import type { OgcClient, ProcessDescription } from '@geoclients/ogc-client'
import { errorText } from '@geoclients/ogc-client/helpers'
import { inputSchema, validateInputs } from '@geoclients/ogc-client/schema'
import { createJobStore, type JobSnapshot } from '@geoclients/ogc-client/store'
import Form from '@rjsf/core'
import type { FormValidation, RJSFSchema } from '@rjsf/utils'
import { type ReactElement, useMemo, useState, useSyncExternalStore } from 'react'
import { ResultMap } from './result-map.tsx'
import { validator } from './validator.ts'

interface AppProps {
  readonly ogc: OgcClient
  readonly description: ProcessDescription
}

/**
 * A form for the inputs of a process, the job that it starts, and the results. After a reload, it continues with the same job.
 */
export function App({ ogc, description }: AppProps): ReactElement {
  const store = useMemo(() => createJobStore(ogc, { storage: sessionStorage }), [ogc])
  const job = useSyncExternalStore(store.subscribe, store.getSnapshot, store.getServerSnapshot)
  const schema: RJSFSchema = useMemo(() => inputSchema(description), [description])
  const [inputs, setInputs] = useState<Record<string, unknown>>({})
  const isBusy = job.status === 'starting' || job.status === 'accepted' || job.status === 'running'
  const check = (given: unknown, errors: FormValidation): FormValidation => {
    for (const { pointer, message } of validateInputs(description, given)) {
      errors[pointer.split('/')[1] ?? '']?.addError(message)
    }
    return errors
  }
  return (
    <>
      <Form
        {...{ schema, validator, formData: inputs, disabled: isBusy, noHtml5Validate: true, showErrorList: false }}
        transformErrors={() => []} // validateInputs has plain messages
        customValidate={check}
        onChange={({ formData }) => setInputs(formData)}
        onSubmit={({ formData }) => void store.start(description.id, { inputs: formData })}
      >
        <button type="submit" disabled={isBusy}>
          Run
        </button>
      </Form>
      <JobView job={job} onCancel={() => void store.dismiss()} />
    </>
  )
}

function JobView({ job, onCancel }: { readonly job: JobSnapshot; readonly onCancel: () => void }): ReactElement {
  const { status, progress, results, error } = job
  if (error) return <p role="alert">{errorText(error)}</p>
  if (results) return <ResultMap results={results} />
  if (!status) return <p>Fill in the form, then run the process.</p>
  return (
    <section>
      <p>{status}</p>
      <progress max={100} {...(progress !== undefined && { value: progress })} />
      <button type="button" onClick={onCancel}>
        Cancel
      </button>
    </section>
  )
}
