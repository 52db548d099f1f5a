import { stringify } from 'yaml'
import { parseOpenApi } from '../documents.ts'
import { isMap } from '../openapi-keys.ts'

/** What a new contract is compared with: the same one without any operation or component, so that all of it is added. */
export function withoutContent(contract: string): string {
  const { components, ...rest } = parseOpenApi(contract, 'The contract')
  const kinds = isMap(components) ? Object.fromEntries(Object.keys(components).map((kind) => [kind, {}])) : {}
  return stringify({ ...rest, paths: {}, components: kinds })
}
