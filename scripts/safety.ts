import { Failure } from './failure.ts'

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] as const

/** The TypeScript source of the table that tells which operations of an OpenAPI document may be retried, without a header. */
export function safetySource(document: object, contract: string): string {
  const entries = operations(document, contract).map(({ key, safe }) => `  '${key}': ${safe},\n`)
  return `/** Whether the client may send an operation again by itself, by method and path: \`x-safe\` of the contract. */
export const safety = {
${entries.join('').replace(/,\n$/, '\n')}} as const
`
}

function operations(document: object, contract: string): { key: string; safe: boolean }[] {
  const found: { key: string; safe: boolean }[] = []
  const unmarked: string[] = []
  for (const [path, item] of Object.entries(member(document, 'paths'))) {
    for (const method of methods) {
      const operation = member(item, method)
      if (!Object.hasOwn(item, method)) continue
      const key = `${method.toUpperCase()} ${path}`
      const safe = 'x-safe' in operation ? operation['x-safe'] : undefined
      if (typeof safe === 'boolean') found.push({ key, safe })
      else unmarked.push('operationId' in operation ? `${key} (${operation.operationId})` : key)
    }
  }
  if (unmarked.length > 0) throw new Failure(`${contract} lacks x-safe: true or false at ${unmarked.join(', ')}`)
  return found.sort((a, b) => (a.key < b.key ? -1 : 1))
}

function member(node: unknown, key: string): object {
  const value = node !== null && typeof node === 'object' ? (node as Record<string, unknown>)[key] : undefined
  return value !== null && typeof value === 'object' ? value : {}
}
