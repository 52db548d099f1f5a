import type { Ajv2020 } from 'ajv/dist/2020.js'
import { type FoundOperation, pointer } from './operations.ts'

/**
 * What the JSON body of a request lacks that a server has accepted. A field that becomes required is missed here, even if the
 * server goes on accepting requests without it. Values are not looked at: features send wrong ones on purpose, in batches of
 * which a server accepts the rest.
 */
export function requestViolations(ajv: Ajv2020, { requestBody }: FoundOperation, sent: string): string[] {
  if (requestBody === undefined) return ['request body is not declared']
  const validate = ajv.compile({
    $ref: `contract#${pointer([...requestBody, 'content', 'application/json', 'schema'])}`
  })
  if (validate(JSON.parse(sent))) return []
  return (validate.errors ?? [])
    .filter(({ keyword, schemaPath }) => keyword === 'required' && !/\/(?:oneOf|anyOf)\//.test(schemaPath))
    .map(({ instancePath, message }) => `request body${instancePath} ${message}`)
}
