import { isMap } from '../openapi-keys.ts'
import type { Change } from './changes.ts'

/** One way to be let in: the schemes that are needed together, with their scopes. */
type Way = Readonly<Record<string, readonly string[]>>

/** How the ways into each operation changed: its own, or those of the whole API that it inherits. */
export function securityChanges(before: object, after: object): Change[] {
  const [old, now] = [read(before), read(after)]
  const inherits = (key: string): boolean => !old.operations.get(key)?.own && !now.operations.get(key)?.own
  const keys = [...now.operations.keys()].filter((key) => old.operations.has(key))
  const ofAll = keys.some(inherits) ? compared('The API', old.ways, now.ways) : []
  const ofOne = keys
    .filter((key) => !inherits(key))
    .flatMap((key) => {
      const operation = now.operations.get(key)
      const subject = operation?.subject ?? key
      return compared(subject, old.operations.get(key)?.own ?? old.ways, operation?.own ?? now.ways)
    })
  return [...ofAll, ...ofOne]
}

interface Security {
  readonly ways: readonly Way[]
  readonly operations: ReadonlyMap<string, { readonly subject: string; readonly own: readonly Way[] | undefined }>
}

function read(document: object): Security {
  const { paths, security } = document as { paths?: unknown; security?: unknown }
  const operations = Object.entries(isMap(paths) ? paths : {}).flatMap(([path, item]) =>
    Object.entries(isMap(item) ? item : {})
      .filter((entry): entry is [string, Record<string, unknown>] => isMap(entry[1]) && 'responses' in entry[1])
      // A parameter of the path may have another name.
      .map(
        ([method, operation]) =>
          [
            `${method} ${path.replace(/\{[^}]*\}/g, '{}')}`,
            { subject: `${method.toUpperCase()} ${path}`, own: waysOf(operation.security) }
          ] as const
      )
  )
  return { ways: waysOf(security) ?? [{}], operations: new Map(operations) }
}

/** An empty list asks for nothing, as an empty requirement does. */
function waysOf(security: unknown): readonly Way[] | undefined {
  if (!Array.isArray(security)) return undefined
  return security.length > 0 ? (security as Way[]) : [{}]
}

function compared(subject: string, before: readonly Way[], after: readonly Way[]): Change[] {
  const gone = before.filter((way) => !after.some((other) => same(way, other)))
  const fresh = after.filter((way) => !before.some((other) => same(way, other)))
  return [
    ...gone.map((way): Change => {
      const still = after.some((other) => suffices(way, other))
      const [rating, end] = still
        ? (['cosmetic', 'was removed'] as const)
        : (['breaking', 'is no longer accepted'] as const)
      return { rating, subject, text: `Security requirement ${named(way)} ${end}.` }
    }),
    ...fresh.map((way): Change => ({ rating: 'added', subject, text: `Security requirement ${named(way)} was added.` }))
  ]
}

/** Whether who brings what `way` asks for is let in by the other, too. */
const suffices = (way: Way, other: Way): boolean =>
  Object.entries(other).every(
    ([scheme, scopes]) => scopes.every((scope) => way[scheme]?.includes(scope)) && scheme in way
  )

const same = (one: Way, other: Way): boolean => suffices(one, other) && suffices(other, one)

function named(way: Way): string {
  const schemes = Object.entries(way).map(
    ([scheme, scopes]) => scheme + (scopes.length > 0 ? ` (${scopes.join(', ')})` : '')
  )
  return `\`${schemes.join(' + ') || 'none'}\``
}
