import type { ProcessDescription, ProcessRequest } from '@geoclients/ogc-client'
import { createRequest, type InputIssue, validateInputs } from '@geoclients/ogc-client/schema'
import { replaceFile } from '../program/replace-file.ts'
import type { ServiceOptions } from '../program/service-options.ts'
import { UsageError } from '../program/usage-error.ts'
import { show } from '../terminal/show.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { openOgc } from './open.ts'
import { type InputOptions, readRequest } from './run/inputs.ts'

export interface CreateRequestOptions extends ServiceOptions, InputOptions {
  readonly requiredOnly?: boolean
  readonly output?: string
}

/** Writes a request to fill in. */
export async function writeRequest(terminal: Terminal, id: string, options: CreateRequestOptions): Promise<void> {
  using ogc = await openOgc(terminal, options)
  const description = await ogc.getProcess(id, { signal: terminal.signal })
  const { inputs } = createRequest(description, { requiredOnly: options.requiredOnly })
  const given = await readRequest(terminal, description, options)
  const data = { inputs: { ...inputs, ...given.inputs } }
  if (options.output !== undefined) {
    const { stringify } = await import('yaml')
    const text = /\.ya?ml$/.test(options.output) ? stringify(data) : `${JSON.stringify(data, null, 2)}\n`
    return replaceFile(options.output, text)
  }
  await show(terminal, { json: !options.yaml, yaml: options.yaml }, { data, view: [] })
}

/** Checks inputs without sending them. */
export async function validate(terminal: Terminal, id: string, options: ServiceOptions & InputOptions): Promise<void> {
  using ogc = await openOgc(terminal, options)
  const description = await ogc.getProcess(id, { signal: terminal.signal })
  const issues = issuesOf(description, await readRequest(terminal, description, options))
  const rows = issues.map(({ pointer, message, value }) => [pointer, message, value])
  const view =
    issues.length === 0 ? ['The inputs are valid.'] : [{ columns: ['input', 'what is wrong', 'value'], rows }]
  await show(terminal, options, { data: issues, view })
  if (issues.length > 0) throw new UsageError(`invalid inputs: ${issues.length}`)
}

/** @throws UsageError that names each wrong input */
export function checkInputs(description: ProcessDescription, request: ProcessRequest): void {
  const issues = issuesOf(description, request)
  if (issues.length === 0) return
  const lines = issues.map(({ pointer, message }) => `  ${pointer || 'inputs'}: ${message}`)
  throw new UsageError(['the inputs are invalid, so nothing was sent', ...lines].join('\n'), {
    next: `To see the inputs: geoclients ogc process ${description.id}. To send them anyway: --no-validate`
  })
}

function issuesOf(description: ProcessDescription, request: ProcessRequest): readonly InputIssue[] {
  return validateInputs(description, request.inputs ?? {})
}
