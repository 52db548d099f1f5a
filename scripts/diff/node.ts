import { isMap } from '../openapi-keys.ts'
import type { RawChange } from './differ.ts'
import { turnOf } from './holder.ts'
import { type Kind, kindsOf } from './kinds.ts'
import { keysOf } from './pointer.ts'

/** Whether a node can be part of a request, or is only ever read. */
export type Use = 'written' | 'read'

/** A change together with what it happened to. */
export interface NodeChange {
  readonly raw: RawChange
  readonly kind: Kind
  readonly use: Use
  /** Has a name under `components`, which is exported. */
  readonly isComponent: boolean
  /** From the root of the document to the node. */
  readonly keys: readonly string[]
}

/**
 * Says what kind of node changed, where it is, and who meets it.
 *
 * @param requestSchemas names of the component schemas that requests hold, before or after the change.
 */
export function nodeOf(
  raw: RawChange,
  documents: { before: object; after: object },
  requestSchemas: ReadonlySet<string>
): NodeChange {
  const { kind, property, path, base, revision } = raw
  const place = keysOf(revision?.pointer ?? base?.pointer ?? path)
  const found = kind === 'modified' && place.at(-1) === property ? place.slice(0, -1) : place
  const keys = turnOf(keysOf(path), documents) ?? found
  const kinds = kindsOf(keys)
  return {
    raw,
    kind: kinds.at(-1) ?? 'other',
    use: useOf(keys, kinds, requestSchemas),
    isComponent: keys[0] === 'components' && keys.length === 3,
    keys
  }
}

function useOf(keys: readonly string[], kinds: readonly Kind[], requestSchemas: ReadonlySet<string>): Use {
  const [room, group, name = ''] = keys
  if (room === 'components' && group === 'schemas') return requestSchemas.has(name) ? 'written' : 'read'
  const isAnswer = kinds.includes('response') || kinds.includes('header')
  // The server sends what a callback asks, and reads what it is answered.
  return isAnswer === kinds.includes('callback') ? 'written' : 'read'
}

/** What came or went as a whole is a change of each of its members; a component with another name is two of them. */
export function eachMember(raw: RawChange): RawChange[] {
  const { kind, property, verdicts = [], revision, base } = raw
  const place = revision ?? base
  if (!place) return [raw]
  const keys = keysOf(place.pointer)
  if (kind === 'modified') {
    const isRenamed = property === 'key' && keys[0] === 'components'
    if (!isRenamed || !base || !revision) return [raw]
    const { property: _, revision: there, base: here, ...rest } = raw
    return [
      { ...rest, kind: 'removed', path: base.pointer, base },
      { ...rest, kind: 'added', path: revision.pointer, revision }
    ]
  }
  const container = kindsOf(keys).at(-1)
  const isWhole = container === 'path' || (verdicts.length === 0 && isContainer(container, place.value))
  if (!isWhole) return [raw]
  const members = Object.entries(place.value ?? {}).filter(
    ([, value]) => container !== 'path' || (isMap(value) && 'responses' in value)
  )
  if (members.length === 0) return [raw]
  return members.flatMap(([key, value]) => {
    const end = key.replaceAll('~', '~0').replaceAll('/', '~1')
    const member = { pointer: `${place.pointer}/${end}`, value }
    const path = `${raw.path}/${end}`
    return eachMember({ ...raw, path, verdicts: [], ...(revision ? { revision: member } : { base: member }) })
  })
}

const containers: readonly (Kind | undefined)[] = ['components', 'fields', 'headers', 'responses', 'content', 'group']

function isContainer(kind: Kind | undefined, value: unknown): boolean {
  return Array.isArray(value) || (isMap(value) && containers.includes(kind))
}
