import type { RawChange } from './differ.ts'

/**
 * What a change means for the users of a client. The types made from a contract (`paths`, `operations`, `components` and one
 * for each schema) are exported, so they follow semver by this rule, for code that writes requests and reads answers:
 *
 * - `breaking`: code that was right may not compile any more, or its request may be refused: something is gone, has another
 *   name or type, may be absent from an answer, or is required of a request.
 * - `warning`: it is accepted, but may meet what it did not expect: another set of values of an enum in an answer, another
 *   default, a new kind of success.
 * - `added`: something new that nobody has to know of.
 * - `cosmetic`: types and requests stay as they are: texts, examples, where the server stands.
 */
export type Rating = (typeof ratings)[number]

/** From the gravest to the lightest. */
export const ratings = ['breaking', 'warning', 'added', 'cosmetic'] as const

/**
 * The differ's own rating, but for what it has no verdict on or sees without asking who meets it.
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
  // Each component is exported by its name, and a field that is gone is refused in a literal.
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
  // Wider if it is written, narrower if it is read: otherwise there is a verdict.
  if (['enum', 'type', 'const', 'additionalProperties'].includes(property)) return 'added'
  return ['default', 'x-safe', 'x-open-enum', 'deprecated'].includes(property) ? 'warning' : undefined
}
