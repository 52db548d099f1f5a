import { parseOpenApi } from '../documents.ts'
import { isMap } from '../openapi-keys.ts'
import { type RawChange, rawChanges } from './differ.ts'
import { type Rating, rate, ratings } from './rating.ts'
import { schemasOfRequests } from './schema-uses.ts'
import { sentence, subjectOf } from './sentence.ts'

/** One change of a contract, as a reviewer reads it. */
export interface Change {
  readonly rating: Rating
  /** The operation or component that changed: `GET /jobs`, `Schema Job`, `The API`. */
  readonly subject: string
  readonly text: string
}

/** What changed from one contract to another, both as text: the gravest first, otherwise in the order of the document. */
export async function changesBetween(base: string, revision: string): Promise<readonly Change[]> {
  const before = parseOpenApi(base, 'The contract before')
  const after = parseOpenApi(revision, 'The contract after')
  const requestSchemas = new Set([...schemasOfRequests(before), ...schemasOfRequests(after)])
  const changes = (await rawChanges(base, revision)).flatMap(eachItem).map(
    (raw): Change => ({
      rating: rate(raw, requestSchemas),
      subject: subjectOf(raw).subject,
      text: sentence(raw, raw.revision ? after : before)
    })
  )
  const gravity = ({ rating }: Change): number => ratings.indexOf(rating)
  return unique(changes).sort((a, b) => gravity(a) - gravity(b))
}

/** A path or a list that came or went as a whole is a change of each of its operations or items. */
function eachItem(raw: RawChange): RawChange[] {
  const { kind, path, typeName, verdicts = [], revision } = raw
  const place = revision ?? raw.base
  if (kind === 'modified' || !place) return [raw]
  const part = (key: string, value: unknown): RawChange => {
    const item = { pointer: `${place.pointer}/${key}`, value }
    return { ...raw, path: `${path}/${key}`, verdicts: [], ...(revision ? { revision: item } : { base: item }) }
  }
  if (typeName === 'PathItem' && isMap(place.value)) {
    const operations = Object.entries(place.value).filter(([, value]) => isMap(value) && 'responses' in value)
    return operations.map(([method, operation]) => part(method, operation))
  }
  if (Array.isArray(place.value) && verdicts.length === 0) {
    return place.value.map((item, index) => part(String(index), item))
  }
  return [raw]
}

/** The same change may be met at several operations. */
function unique(changes: readonly Change[]): Change[] {
  const seen = new Map(changes.map((change) => [JSON.stringify(change), change]))
  return [...seen.values()]
}
