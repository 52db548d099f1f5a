import { type FoundOperation, type OpenApiDocument, resolve } from './operations.ts'

/**
 * What the JSON body of a request lacks that a server has accepted. A field that becomes required is missed here, even if the
 * server goes on accepting requests without it. Nothing else is looked at: features send wrong values on purpose, in batches
 * of which a server accepts the rest.
 */
export function requestViolations(document: OpenApiDocument, { requestBody }: FoundOperation, sent: string): string[] {
  if (requestBody === undefined) return ['request body is not declared']
  const { content } = resolve(document, requestBody).value as { readonly content?: object }
  // A package of a process is not looked at: it may be no JSON.
  if (!content || !('application/json' in content)) return []
  return lacking([...requestBody, 'content', 'application/json', 'schema'], JSON.parse(sent), 'request body')

  function lacking(schema: string[], value: unknown, name: string): string[] {
    if (typeof value !== 'object' || value === null) return []
    const { at, value: found } = resolve(document, schema)
    const { required = [], properties = {} } = found as { required?: string[]; properties?: object }
    const missing = required.filter((key) => !Object.hasOwn(value, key))
    return [
      ...missing.map((key) => `${name} must have required property '${key}'`),
      ...Object.entries(value).flatMap(([key, member]) =>
        Object.hasOwn(properties, key) ? lacking([...at, 'properties', key], member, `${name}/${key}`) : []
      )
    ]
  }
}
