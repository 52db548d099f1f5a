import { missingPackage } from '@geoclients/mock-core'
import type { InputDescription, OutputDescription, ProcessDescription, Schema } from '../../../generated/types.ts'
import type { JsonValue } from '../../../types/json.ts'
import { isJsonObject } from '../../answers/json-answer.ts'
import { badRequest, exceptionOf, Problem } from '../../answers/problems.ts'
import type { MockProcess, MockValue } from '../../mock-process.ts'

type Document = Readonly<Record<string, JsonValue>>

/**
 * A process from what it is deployed with. It gives its inputs back: each output is the input of the same id, or the first.
 * @param workflow the id that `w` names
 * @param processId the id that it must have
 * @throws Problem 415 for a media type that is no package's, 422 for one that cannot be read, 400 for what it lacks
 */
export async function readPackage(
  mediaType: string,
  text: string,
  workflow?: string,
  processId?: string
): Promise<MockProcess> {
  const isCwl = mediaType === 'application/cwl' || mediaType === 'application/cwl+json'
  if (!isCwl && mediaType !== 'application/ogcapppkg+json') {
    const expected = 'application/ogcapppkg+json, application/cwl or application/cwl+json'
    const type = exceptionOf(2, 'unsupported-media-type')
    throw new Problem(415, `The body is ${mediaType || 'of no media type'}. Expected: ${expected}.`, type)
  }
  const document = await parse(text, mediaType === 'application/cwl')
  const description = isCwl ? ofCwl(document, workflow, processId) : ofPackage(document, processId)
  if (processId !== undefined && description.id !== processId) {
    throw badRequest(`The package describes process '${description.id}'. Expected: '${processId}'.`)
  }
  return {
    description: { jobControlOptions: ['sync-execute', 'async-execute', 'dismiss'], mutable: true, ...description },
    run: (inputs) =>
      Object.fromEntries(
        Object.keys(description.outputs ?? {}).map((id): [string, MockValue] => [
          id,
          (inputs[id] ?? Object.values(inputs)[0] ?? '') as MockValue
        ])
      )
  }
}

/** CWL is YAML, and JSON is YAML too: only what is no JSON needs the package that reads the rest. */
async function parse(text: string, mayBeYaml: boolean): Promise<Document> {
  let document: unknown
  try {
    document = JSON.parse(text)
  } catch {
    document = mayBeYaml ? await parseYaml(text) : undefined
  }
  if (isJsonObject(document as JsonValue)) return document as Document
  throw new Problem(422, `The package is not an object in ${mayBeYaml ? 'YAML' : 'JSON'}.`)
}

async function parseYaml(text: string): Promise<unknown> {
  const purpose = 'A mock of @geoclients/ogc-client that reads CWL as YAML'
  const { parse } = await import('yaml').catch(missingPackage('yaml', purpose))
  try {
    return parse(text)
  } catch {
    return undefined
  }
}

function ofPackage({ processDescription, executionUnit }: Document, processId?: string): ProcessDescription {
  if (executionUnit === undefined) throw badRequest("'executionUnit' is missing.")
  const given = isJsonObject(processDescription) ? (processDescription.process ?? processDescription) : {}
  if (!isJsonObject(given)) throw badRequest("'processDescription' is not valid. Expected: a process.")
  const { id = processId, version = '1.0.0' } = given
  if (typeof id !== 'string') throw badRequest("'processDescription' has no id.")
  return { ...given, id, version: String(version) } as ProcessDescription
}

function ofCwl(document: Document, workflow?: string, processId?: string): ProcessDescription {
  const graph = Array.isArray(document.$graph) ? document.$graph.filter(isJsonObject) : [document]
  const tool = workflow === undefined ? graph[0] : graph.find(({ id }) => idOf(id) === workflow)
  if (tool === undefined) {
    throw new Problem(400, `There is no workflow '${workflow}'.`, exceptionOf(2, 'workflow-not-found'))
  }
  const id = idOf(tool.id) ?? processId
  if (id === undefined) throw badRequest('The CWL document has no id.')
  const toInput = (type: JsonValue): InputDescription => ({
    schema: schemaOf(type),
    ...(isOptional(type) && { minOccurs: 0 })
  })
  return { id, version: '1.0.0', inputs: described(tool.inputs, toInput), outputs: described(tool.outputs, toOutput) }
}

const toOutput = (type: JsonValue): OutputDescription => ({ schema: schemaOf(type) })

const idOf = (id: JsonValue | undefined): string | undefined =>
  typeof id === 'string' && id !== '' ? id.replace(/^#/, '') : undefined

/** Inputs or outputs of CWL by id, from a map or a list. */
function described<T>(given: JsonValue | undefined, make: (type: JsonValue) => T): Record<string, T> {
  const entries = Array.isArray(given)
    ? given.filter(isJsonObject).map((item): [string, JsonValue] => [idOf(item.id) ?? '', item])
    : Object.entries(isJsonObject(given) ? given : {})
  return Object.fromEntries(entries.map(([id, item]) => [id, make(isJsonObject(item) ? (item.type ?? 'Any') : item)]))
}

const types: Readonly<Record<string, Schema>> = {
  boolean: { type: 'boolean' },
  int: { type: 'integer' },
  long: { type: 'integer' },
  float: { type: 'number' },
  double: { type: 'number' },
  string: { type: 'string' }
}

const isOptional = (type: JsonValue): boolean => typeof type === 'string' && type.endsWith('?')

function schemaOf(type: JsonValue): Schema {
  return (typeof type === 'string' && types[type.replace(/\?$/, '')]) || {}
}
