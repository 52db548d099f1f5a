import { stringify } from 'yaml'
import { byKey, rearrange } from './openapi-keys.ts'

/** An OpenAPI document as YAML, in a readable order that does not depend on the order of the document. */
export function contractText(document: object): string {
  const ordered = rearrange(document, (keywords) => keywords.sort((a, b) => rank(a[0]) - rank(b[0]) || byKey(a, b)))
  return stringify(ordered, { aliasDuplicateObjects: false, lineWidth: 120, singleQuote: true })
}

// Names and texts come first, then their content. Other keys follow in alphabetical order.
const order =
  `openapi info servers operationId x-safe title version url name in tags summary description license security
  $ref type const enum format required headers content`.split(/\s+/)
const last = 'paths components'.split(' ')

function rank(key: string): number {
  return order.includes(key) ? order.indexOf(key) : order.length + last.indexOf(key) + 1
}
