import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { redocly } from '../redocly.ts'

/** One change between two OpenAPI documents, as redocly's differ reports it. */
export interface RawChange {
  /** JSON pointer of the node, references resolved at the first operation that uses them. */
  readonly path: string
  /** Type of the node: `Operation`, `Parameter`, `Schema`. */
  readonly typeName: string
  readonly kind: 'added' | 'removed' | 'modified'
  readonly impact: 'major' | 'minor' | 'patch'
  readonly verdicts?: readonly { readonly ruleId: string; readonly impact: string; readonly message: string }[]
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

/** What changed from one OpenAPI document to another, both as text. Throws a `Failure` where one of them is none. */
export async function rawChanges(base: string, revision: string): Promise<readonly RawChange[]> {
  const files = new Map([
    ['base.yaml', base],
    ['revision.yaml', revision]
  ])
  const args = [
    'diff',
    'base.yaml',
    'revision.yaml',
    '--format',
    'json',
    '--output',
    'report.json',
    '--fail-on',
    'none'
  ]
  const report = await redocly(args, files, 'The documents cannot be compared', (folder) =>
    readFile(join(folder, 'report.json'), 'utf8')
  )
  return (JSON.parse(report) as { changes: RawChange[] }).changes
}
