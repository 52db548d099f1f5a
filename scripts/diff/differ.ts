import { redocly } from '../contract/redocly.ts'

/** One change between two OpenAPI documents, as redocly's differ reports it. */
export interface RawChange {
  /** JSON pointer of the node, with references resolved at the first operation that uses them. */
  readonly path: string
  /** Type of the node: `Operation`, `Parameter`, `Schema`. */
  readonly typeName: string
  readonly kind: 'added' | 'removed' | 'modified'
  readonly impact: 'major' | 'minor' | 'patch'
  readonly verdicts?: readonly { readonly ruleId: string; readonly message: string }[]
  /** The field of the node that was modified. */
  readonly property?: string
  readonly base?: Place
  readonly revision?: Place
}

interface Place {
  /** JSON pointer in the document itself, references not resolved. */
  readonly pointer: string
  readonly value?: unknown
}

/** The changes from one OpenAPI document to another. Throws a `Failure` if one of them is invalid. */
export async function rawChanges(before: object, after: object): Promise<readonly RawChange[]> {
  const files = new Map([
    ['base.yaml', JSON.stringify(before)],
    ['revision.yaml', JSON.stringify(after)]
  ])
  const args = 'diff base.yaml revision.yaml --format json --output report.json --fail-on none'.split(' ')
  const report = await redocly(args, files, 'The documents cannot be compared')
  return (JSON.parse(report) as { changes: RawChange[] }).changes
}
