import type { InputDescription, OutputDescription, ProcessDescription, Schema } from '@geoclients/ogc-client'
import { collect } from '@geoclients/ogc-client/helpers'
import type { ServiceOptions } from '../program/service-options.ts'
import { show } from '../terminal/show.ts'
import type { Table } from '../terminal/table.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { openOgc } from './open.ts'

export async function showProcesses(terminal: Terminal, options: ServiceOptions): Promise<void> {
  using ogc = await openOgc(terminal, options)
  const data = await collect(ogc.iterProcesses({}, { signal: terminal.signal }))
  const rows = data.map(({ id, version, title, jobControlOptions }) => [
    id,
    version,
    title,
    jobControlOptions?.join(' ')
  ])
  await show(terminal, options, { data, view: [{ columns: ['id', 'version', 'title', 'how it runs'], rows }] })
}

export async function showProcess(terminal: Terminal, id: string, options: ServiceOptions): Promise<void> {
  using ogc = await openOgc(terminal, options)
  const data = await ogc.getProcess(id, { signal: terminal.signal })
  await show(terminal, options, { data, view: viewOf(data) })
}

function viewOf({ id, version, title, description, inputs, outputs }: ProcessDescription): (Table | string)[] {
  const head = [`${id} ${version}`, title, description].filter((text) => text !== undefined && text !== '')
  return [
    head.join('\n'),
    '',
    { columns: ['input', 'type', 'needed', 'default', 'title'], rows: Object.entries(inputs ?? {}).map(inputRow) },
    '',
    { columns: ['output', 'type', 'title'], rows: Object.entries(outputs ?? {}).map(outputRow) }
  ]
}

function inputRow([name, { schema, minOccurs = 1, maxOccurs = 1, title }]: [string, InputDescription]): unknown[] {
  const many = maxOccurs === 1 ? '' : maxOccurs === 'unbounded' ? ', several' : `, up to ${maxOccurs}`
  return [name, `${typeOf(schema)}${many}`, minOccurs === 0 ? 'no' : 'yes', schema.default, title]
}

function outputRow([name, { schema, title }]: [string, OutputDescription]): unknown[] {
  return [name, typeOf(schema), title]
}

/** A short description of a schema: its choices, format or type. */
function typeOf(schema: Schema): string {
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ')
  if (schema.contentMediaType) return schema.contentMediaType
  if (schema.format) return schema.format
  if (schema.type) return [schema.type].flat().join(' | ')
  const several = schema.oneOf ?? schema.anyOf
  return several ? several.map((one) => (one.$ref ? 'any' : typeOf(one))).join(' | ') : 'any'
}
