import ts from 'typescript'
import { stringify } from 'yaml'
import { parseOpenApi } from '../contract/contract.ts'
import { type ContractNode, isMap, keysOf, mapOf, valueAt } from '../contract/nodes.ts'
import { type RawChange, rawChanges } from '../contract/redocly.ts'
import { openapiTypes } from '../generate/openapi-types.ts'
import { normalForm } from './normal-form.ts'
import { type Rating, rate, ratings } from './rating.ts'
import { sentence, subjectOf } from './words.ts'

/** One change of a contract, for the report. */
export interface Change {
  readonly rating: Rating
  /** The operation or component that changed: `GET /jobs`, `Schema Job`, `The API`. */
  readonly subject: string
  readonly text: string
}

/** The changes from one contract to another, both as text: the most serious first, otherwise in document order. */
export async function changesBetween(base: string, revision: string): Promise<readonly Change[]> {
  const [old, now] = [parseOpenApi(base, 'The contract before'), parseOpenApi(revision, 'The contract after')]
  const [before, after] = [normalForm(old), normalForm(now)]
  const requests = new Set([...schemasOfRequests(before), ...schemasOfRequests(after)])
  const found = (await rawChanges(before, after)).map((raw): Change => {
    const keys = placeOf(raw)
    const text = sentence(raw, keys, raw.revision ? after : before)
    const inherits = keys[3] === 'security' && [old, now].every((one) => !valueAt(one, keys.slice(0, 4)))
    const subject = inherits ? 'The API' : subjectOf(keys).subject
    return { rating: rate(raw, keys, useOf(raw, requests)), subject, text }
  })
  // Several operations may have the same change.
  const changes = [...new Map(found.map((change) => [JSON.stringify(change), change])).values()]
  if (changes.every(({ rating }) => rating === 'cosmetic') && (await typesDiffer(before, after))) {
    changes.push({ rating: 'breaking', subject: 'The API', text: unexplained })
  }
  return changes.sort((a, b) => ratings.indexOf(a.rating) - ratings.indexOf(b.rating))
}

/** The number of changes by rating, the most serious first: `1 breaking, 2 added`. */
export function tally(changes: readonly Change[]): string {
  const counts = ratings.map((rating) => `${changes.filter((one) => one.rating === rating).length} ${rating}`)
  return counts.filter((count) => !count.startsWith('0 ')).join(', ') || 'no change'
}

/** The changes as a Markdown list: one item for each operation or component, the most serious first. */
export function changeList(changes: readonly Change[]): string {
  const subjects = [...new Set(changes.map(({ subject }) => subject))]
  const lines = subjects.flatMap((subject) => {
    const those = changes.filter((change) => change.subject === subject)
    return [`- **${subject}**`, ...those.map(({ rating, text }) => `  - ${rating}: ${text}`)]
  })
  return lines.join('\n')
}

/** The text of an unexplained difference, which counts as breaking until somebody has checked it. */
const unexplained = 'The generated types differ, and no change that was found says why. Compare them.'

async function typesDiffer(...documents: readonly object[]): Promise<boolean> {
  const api = { name: '', contract: 'The contract', out: '', handwritten: {} }
  const [before, after] = await Promise.all(
    documents.map(async (document) => {
      const file = ts.createSourceFile('types.ts', await openapiTypes(document, api), ts.ScriptTarget.Latest)
      return ts.createPrinter({ removeComments: true }).printFile(file)
    })
  )
  return before !== after
}

function placeOf({ kind, property, path, base, revision }: RawChange): string[] {
  const keys = keysOf(revision?.pointer ?? base?.pointer ?? path)
  return kind === 'modified' && keys.at(-1) === property ? keys.slice(0, -1) : keys
}

function useOf({ path, base, revision }: RawChange, requests: ReadonlySet<string>): 'written' | 'read' {
  const [room, group, name = ''] = keysOf((revision ?? base)?.pointer ?? path)
  if (room === 'components' && group === 'schemas') return requests.has(name) ? 'written' : 'read'
  // In a callback, the server sends the request and reads the response.
  return /\/(responses|headers)\//.test(path) === path.includes('/callbacks/') ? 'written' : 'read'
}

/** The names of the component schemas that a request can contain, directly or nested. */
function schemasOfRequests(document: ContractNode): ReadonlySet<string> {
  const seen = new Set<unknown>()
  const names = new Set<string>()
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null || seen.has(node)) return
    seen.add(node)
    if (isMap(node) && typeof node.$ref === 'string') {
      const keys = keysOf(node.$ref)
      if (keys[1] === 'schemas') names.add(keys[2] ?? '')
      visit(valueAt(document, keys))
    }
    for (const value of Object.values(node)) visit(value)
  }
  const operations = Object.values(mapOf(document.paths)).flatMap((path) => Object.values(mapOf(path)))
  for (const { parameters, requestBody } of operations.map(mapOf)) visit([parameters, requestBody])
  return names
}

/** The base for a new contract: the same contract without operations and components, so everything is reported as added. */
export function withoutContent(contract: string): string {
  const document = parseOpenApi(contract, 'The contract')
  const kinds = Object.keys(mapOf(document.components)).map((kind) => [kind, {}] as const)
  return stringify({ ...document, paths: {}, components: Object.fromEntries(kinds) })
}
