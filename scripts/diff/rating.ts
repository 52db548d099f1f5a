import type { RawChange } from './differ.ts'
import { keysOf } from './pointer.ts'

/**
 * What a change means for the users of a client. The types made from a contract (`paths`, `operations`, `components` and one
 * for each schema) are exported, so they follow semver by this rule, for code that writes requests and reads answers:
 *
 * - `breaking`: code that was right may not compile any more, or its request may be refused: something is gone, has another
 *   type, may be absent from an answer, or is required of a request.
 * - `warning`: it compiles and is accepted, but may meet what it did not expect: a new value of an enum in an answer, another
 *   default, a new kind of success.
 * - `added`: something new that nobody has to know of.
 * - `cosmetic`: types and requests stay as they are: texts, examples, where the server stands.
 */
export type Rating = (typeof ratings)[number]

/** From the gravest to the lightest. */
export const ratings = ['breaking', 'warning', 'added', 'cosmetic'] as const

/** @param requestSchemas names of the component schemas that requests hold, before or after the change. */
export function rate(change: RawChange, requestSchemas: ReadonlySet<string>): Rating {
  const { verdicts = [], impact } = change
  const isRead = isOnlyRead(change, requestSchemas)
  if (verdicts.length === 0) return withoutVerdict(change, isRead)
  const found = verdicts.map(({ ruleId }) => byRule(ruleId, isRead) ?? byImpact[impact])
  return ratings.find((rating) => found.includes(rating)) ?? 'cosmetic'
}

const byImpact = { major: 'breaking', minor: 'added', patch: 'cosmetic' } as const

function byRule(ruleId: string, isRead: boolean): Rating | undefined {
  if (ruleId === 'server-removed') return 'cosmetic' // the base URL is the caller's
  if (ruleId === 'enum-values-added') return 'warning'
  // Bounds and formats are not in the types: they matter to who writes.
  return ruleId === 'schema-constraint-changed' && isRead ? 'warning' : undefined
}

// What the differ takes for a matter of taste, though clients behave otherwise after it.
const behaviour = ['default', 'x-safe', 'x-open-enum', 'deprecated']

function withoutVerdict({ kind, typeName, property, impact, path }: RawChange, isRead: boolean): Rating {
  const keys = keysOf(path)
  const last = keys.at(-1) ?? ''
  const isComponentSchema = keys.length === 3 && keys[0] === 'components' && keys[1] === 'schemas'
  const isField = typeName === 'Schema' && keys.at(-2) === 'properties'
  // Each schema has an exported type of its name, and a field that is gone is refused in an object literal.
  if (kind === 'removed' && (isComponentSchema || isField)) return 'breaking'
  if (kind === 'added' && isComponentSchema) return 'added'
  if (kind === 'added' && typeName === 'Response' && last.startsWith('2')) return 'warning'
  if (kind !== 'modified' || property === undefined) return byImpact[impact]
  if (behaviour.includes(property)) return 'warning'
  if (property === 'required') return 'added'
  if (property === 'enum') return isRead ? 'warning' : 'added'
  return byImpact[impact]
}

function isOnlyRead({ path, base, revision }: RawChange, requestSchemas: ReadonlySet<string>): boolean {
  const [components, , name = ''] = keysOf(base?.pointer ?? revision?.pointer ?? path)
  return components === 'components' ? !requestSchemas.has(name) : keysOf(path).includes('responses')
}
