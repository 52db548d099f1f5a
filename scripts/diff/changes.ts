import { parseOpenApi } from '../documents.ts'
import { rawChanges } from './differ.ts'
import { eachMember, nodeOf } from './node.ts'
import { normalForm } from './normal-form.ts'
import { type Rating, rate, ratings } from './rating.ts'
import { schemasOfRequests } from './schema-uses.ts'
import { securityChanges } from './security.ts'
import { sentence, subjectOf } from './sentence.ts'
import { unexplained } from './unexplained.ts'

/** One change of a contract, as a reviewer reads it. */
export interface Change {
  readonly rating: Rating
  /** The operation or component that changed: `GET /jobs`, `Schema Job`, `The API`. */
  readonly subject: string
  readonly text: string
}

/** What changed from one contract to another, both as text: the gravest first, otherwise in the order of the document. */
export async function changesBetween(base: string, revision: string): Promise<readonly Change[]> {
  const documents = {
    before: parseOpenApi(base, 'The contract before'),
    after: parseOpenApi(revision, 'The contract after')
  }
  const before = normalForm(documents.before)
  const after = normalForm(documents.after)
  const requestSchemas = new Set([...schemasOfRequests(before), ...schemasOfRequests(after)])
  const raw = await rawChanges(JSON.stringify(before), JSON.stringify(after))
  const found = raw.flatMap(eachMember).map((each): Change => {
    const node = nodeOf(each, { before, after }, requestSchemas)
    const text = sentence(node, each.revision ? after : before)
    return { rating: rate(node), subject: subjectOf(node.keys).subject, text }
  })
  const changes = unique([...found, ...securityChanges(documents.before, documents.after)])
  const gravity = ({ rating }: Change): number => ratings.indexOf(rating)
  return [...changes, ...(await unexplained(before, after, changes))].sort((a, b) => gravity(a) - gravity(b))
}

/** The same change may be met at several operations. */
function unique(changes: readonly Change[]): Change[] {
  const seen = new Map(changes.map((change) => [JSON.stringify(change), change]))
  return [...seen.values()]
}
