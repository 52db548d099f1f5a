import type { RawChange } from '../contract/redocly.ts'

/**
 * The effect of a change on the users of a client. The types generated from a contract (`paths`, `operations`, `components` and
 * one for each schema) are exported, so they follow semver, for code that writes requests and reads responses:
 *
 * - `breaking`: correct code may no longer compile, or its request may be refused: something is removed, has another name or
 *   type, may be missing in a response, or becomes required in a request.
 * - `warning`: correct code still works, but may meet something unexpected: other enum values in a response, another default,
 *   a new kind of success.
 * - `added`: something new that existing code can ignore.
 * - `cosmetic`: types and requests stay the same: texts, examples, the server's address.
 */
export type Rating = (typeof ratings)[number]

/** From the most to the least serious. */
export const ratings = ['breaking', 'warning', 'added', 'cosmetic'] as const

/**
 * The rating of the differ, except for changes without a verdict, or whose effect depends on the direction.
 *
 * @param keys from the root of the document to the node.
 * @param use whether the node can be part of a request, or is only ever read.
 */
export function rate(raw: RawChange, keys: readonly string[], use: 'written' | 'read'): Rating {
  const rules = (raw.verdicts ?? []).map(({ ruleId }) => ruleId)
  if (rules.length > 0 && rules.every((rule) => rule === 'server-removed')) return 'cosmetic' // the caller gives the base URL
  const mild = ['enum-values-added', ...(use === 'read' ? ['schema-constraint-changed'] : [])]
  if (rules.length > 0 && rules.every((rule) => mild.includes(rule))) return 'warning'
  if (rules.length > 0) return byImpact[raw.impact]
  return withoutVerdict(raw, keys, use) ?? byImpact[raw.impact]
}

const byImpact = { major: 'breaking', minor: 'added', patch: 'cosmetic' } as const

function withoutVerdict(raw: RawChange, keys: readonly string[], use: 'written' | 'read'): Rating | undefined {
  const { kind, typeName, property = '' } = raw
  // Each component is exported by name, and TypeScript refuses a removed field in a literal.
  const isComponent = keys[0] === 'components' && keys.length <= 3
  if (kind === 'removed') return isComponent || keys.slice(-2).includes('properties') ? 'breaking' : undefined
  if (kind === 'added') {
    if (isComponent) return 'added'
    return typeName === 'Response' && /^2/.test(keys.at(-1) ?? '') ? 'warning' : undefined
  }
  if (property === 'key' || (typeName === 'Parameter' && ['name', 'in'].includes(property))) return 'breaking'
  if (property === 'required') {
    return typeName === 'Header' && raw.revision?.value !== true ? 'breaking' : 'added'
  }
  if (property === 'enum' && use === 'read') return 'warning'
  // The differ has a verdict if a written type becomes narrower or a read type wider, so this change is the opposite.
  if (['enum', 'type', 'const', 'additionalProperties'].includes(property)) return 'added'
  return ['default', 'x-safe', 'x-open-enum', 'deprecated'].includes(property) ? 'warning' : undefined
}
