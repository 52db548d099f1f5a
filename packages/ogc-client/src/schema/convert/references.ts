import { isRecord } from '@geoclients/client-core'
import { unescapeToken } from '../pointer.ts'
import { knownSchema } from './known-schemas.ts'

/** The base document of a `$ref`: its root, and its URL if it has one. */
export interface Base {
  readonly root: unknown
  readonly url?: string | undefined
}

export interface Target {
  readonly schema: unknown
  readonly base: Base
  /** The name in the reference. */
  readonly name: string
}

/** Returns the whole document at a URL; undefined if unknown. Called once for each URL. */
export type ResolveReference = (url: string) => unknown

/** Resolves `$ref` in the schema itself, in the process description, or in other documents. */
export class References {
  readonly #description: unknown
  readonly #resolve: ResolveReference
  readonly #documents = new Map<string, unknown>()

  constructor(description: unknown, resolve: ResolveReference = () => undefined) {
    this.#description = description
    this.#resolve = resolve
  }

  find(ref: string, base: Base): Target | undefined {
    const [address = '', fragment = ''] = splitOnce(ref, '#')
    if (address === '') {
      // Some servers mean `#/$defs` of the schema, others of the whole description.
      const roots = base.url === undefined ? [base.root, this.#description] : [base.root]
      return firstOf(roots, (root) => within(root, fragment, { ...base, root }))
    }
    const url = absolute(address, base.url)
    if (url === undefined) return undefined
    const root = this.#document(url)
    return root === undefined ? undefined : within(root, fragment, { root, url })
  }

  #document(url: string): unknown {
    if (!this.#documents.has(url)) this.#documents.set(url, knownSchema(url) ?? this.#resolve(url))
    return this.#documents.get(url)
  }
}

function within(root: unknown, fragment: string, base: Base): Target | undefined {
  const path = fragment === '' ? [] : fragment.split('/').slice(1).map(nameOf)
  if (fragment !== '' && !fragment.startsWith('/')) return undefined
  let schema = root
  for (const token of path) {
    const isThere = (Array.isArray(schema) || isRecord(schema)) && Object.hasOwn(schema, token)
    if (!isThere) return undefined
    schema = (schema as Record<string, unknown>)[token]
  }
  const file = base.url === undefined ? undefined : new URL(base.url).pathname.split('/').at(-1)?.split('.')[0]
  return { schema, base, name: path.at(-1) ?? file ?? 'Value' }
}

function nameOf(token: string): string {
  let text = token
  try {
    text = decodeURIComponent(token)
  } catch {
    // Some servers do not escape percent signs.
  }
  return unescapeToken(text)
}

function absolute(address: string, base: string | undefined): string | undefined {
  return URL.parse(address, base)?.href
}

function splitOnce(text: string, mark: string): string[] {
  const at = text.indexOf(mark)
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + mark.length)]
}

function firstOf<A, B>(items: readonly A[], find: (item: A) => B | undefined): B | undefined {
  for (const item of items) {
    const found = find(item)
    if (found !== undefined) return found
  }
  return undefined
}
