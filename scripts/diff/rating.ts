import type { Kind } from './kinds.ts'
import type { NodeChange } from './node.ts'

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

/** The gravest rating of a list; `cosmetic` where it is empty. */
const gravest = (found: readonly Rating[]): Rating => ratings.find((rating) => found.includes(rating)) ?? 'cosmetic'

export function rate(change: NodeChange): Rating {
  const { verdicts = [], impact } = change.raw
  if (verdicts.length > 0) return gravest(verdicts.map(({ ruleId }) => byRule(ruleId, change) ?? byImpact[impact]))
  return withoutVerdict.find(([, applies]) => applies(change))?.[0] ?? byImpact[impact]
}

const byImpact = { major: 'breaking', minor: 'added', patch: 'cosmetic' } as const

function byRule(ruleId: string, { use }: NodeChange): Rating | undefined {
  if (ruleId === 'server-removed') return 'cosmetic' // the base URL is the caller's
  if (ruleId === 'enum-values-added') return 'warning'
  // Bounds and formats are not in the types: they matter to who writes.
  return ruleId === 'schema-constraint-changed' && use === 'read' ? 'warning' : undefined
}

/** What the differ has no verdict on, or takes for a matter of taste; the first that applies counts. */
const withoutVerdict: readonly (readonly [Rating, (change: NodeChange) => boolean])[] = [
  // What code calls by its name. Each component has one that is exported, and a field that is gone is refused in a literal.
  ['breaking', ({ raw, isComponent, kind }) => raw.kind === 'removed' && (isComponent || kind === 'field')],
  ['breaking', (change) => sets(change, 'path', 'key') || sets(change, 'parameter', 'name', 'in')],
  ['added', ({ raw, isComponent }) => raw.kind === 'added' && isComponent],
  // What an answer may be.
  ['warning', ({ raw, kind, keys }) => raw.kind === 'added' && kind === 'response' && /^2/.test(keys.at(-1) ?? '')],
  ['breaking', (change) => sets(change, 'header', 'required') && change.raw.revision?.value !== true],
  ['added', (change) => sets(change, undefined, 'required')],
  ['warning', (change) => sets(change, undefined, 'enum') && change.use === 'read'],
  // Wider where it is written, narrower where it is read: otherwise there is a verdict.
  ['added', (change) => sets(change, undefined, 'enum', 'type', 'const', 'additionalProperties')],
  ['warning', (change) => sets(change, undefined, 'default', 'x-safe', 'x-open-enum', 'deprecated')]
]

/** Whether one of the properties of a kind of node, by default any, has another value. */
function sets({ raw, kind }: NodeChange, wanted: Kind | undefined, ...properties: readonly string[]): boolean {
  return raw.kind === 'modified' && properties.includes(raw.property ?? '') && (wanted === undefined || kind === wanted)
}
